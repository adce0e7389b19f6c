import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import type { Choice } from './checkbox-group.tsx';
import { controlOf, FieldHead, fieldId, type FieldProps } from './field.tsx';
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
      {...controlOf(props)}
      value={props.value || null}
      onChange={(value) => props.onChange(String(value ?? ''))}
      placeholder="Välj"
    >
      <FieldHead {...props} />
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
