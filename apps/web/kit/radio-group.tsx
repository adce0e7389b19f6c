import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { type Choice, ChoiceText } from './checkbox-group.tsx';
import { FieldHelp, type FieldProps, FieldLabel, FieldMessage, fieldId } from './field.tsx';

interface RadioGroupProps extends FieldProps<string> {
  choices: Choice[];
}

/** One of a few. An empty value means that nothing has been chosen yet: nothing is chosen for the person. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <AriaRadioGroup
      id={fieldId(props.name)}
      className="field full"
      name={props.name}
      value={props.value || null}
      onChange={props.onChange}
      onBlur={props.onBlur}
      isInvalid={props.error !== undefined}
      isRequired={!props.optional}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel optional={props.optional}>{props.label}</FieldLabel>
      <FieldHelp>{props.help}</FieldHelp>
      <FieldMessage error={props.error} />
      <div className="choices">
        {props.choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choice">
            <span className="choice-box round" aria-hidden="true" />
            <ChoiceText {...choice} />
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
