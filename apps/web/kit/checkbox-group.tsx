import { Checkbox, CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components';
import { controlOf, FieldHead, fieldId, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

export interface Choice {
  value: string;
  name: string;
  help?: string;
}

interface CheckboxGroupProps extends FieldProps<string[]> {
  choices: Choice[];
  /** Two columns where there is room, for long lists. */
  columns?: boolean;
}

/** None, one or several. That one is needed is for the label to say: no box of its own is required. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup
      id={fieldId(props.name)}
      className="field full"
      {...controlOf({ ...props, optional: true })}
      value={props.value}
      onChange={props.onChange}
    >
      <FieldHead {...props} />
      <div className={props.columns ? 'choices columns' : 'choices'}>
        {props.choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} className="choice">
            <span className="choice-box" aria-hidden="true">
              <Icon name="tick" />
            </span>
            <ChoiceText {...choice} />
          </Checkbox>
        ))}
      </div>
    </AriaCheckboxGroup>
  );
}

export function ChoiceText({ name, help }: Choice) {
  return (
    <span>
      <span className="choice-name">{name}</span>
      {help && <span className="choice-help">{help}</span>}
    </span>
  );
}
