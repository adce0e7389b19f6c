import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import type { Choice } from './checkbox-group.tsx';
import { FieldHelp, type FieldProps, FieldLabel, FieldMessage, fieldId } from './field.tsx';
import { Icon } from './icon.tsx';

interface SelectProps extends FieldProps<string> {
  choices: Choice[];
  width?: 'short' | 'medium' | 'full';
}

/** One of many. For up to five choices a RadioGroup is quicker: everything is seen at once. */
export function Select(props: SelectProps) {
  return (
    <AriaSelect
      className={`field ${props.width ?? 'medium'}`}
      name={props.name}
      value={props.value || null}
      onChange={(value) => props.onChange(String(value ?? ''))}
      onBlur={props.onBlur}
      isInvalid={props.error !== undefined}
      isRequired={!props.optional}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      placeholder="Välj"
    >
      <FieldLabel optional={props.optional}>{props.label}</FieldLabel>
      <FieldHelp>{props.help}</FieldHelp>
      <FieldMessage error={props.error} />
      <Button id={fieldId(props.name)} className="input select-button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover select-list">
        <ListBox items={props.choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.name} className="option">
              <span className="option-mark" aria-hidden="true">
                <Icon name="tick" />
              </span>
              <span>{choice.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
