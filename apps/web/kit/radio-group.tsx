import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { type Choice, ChoiceText } from './checkbox-group.tsx';
import { controlOf, FieldHead, fieldId, type FieldProps } from './field.tsx';

interface RadioGroupProps extends FieldProps<string> {
  choices: Choice[];
}

/** One of a few. An empty value means that nothing has been chosen yet: nothing is chosen for the person. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <AriaRadioGroup
      id={fieldId(props.name)}
      className="field full"
      {...controlOf(props)}
      value={props.value || null}
      onChange={props.onChange}
    >
      <FieldHead {...props} />
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
