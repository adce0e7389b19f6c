import { Input, TextField as AriaTextField } from 'react-aria-components';
import { FieldHelp, type FieldProps, FieldLabel, FieldMessage, fieldId } from './field.tsx';

interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'password' | 'email' | 'tel' | 'search' | 'date' | 'time';
  autoComplete?: string;
  autoFocus?: boolean;
  /** About how many characters one is expected to write: the width says so. */
  width?: 'short' | 'medium' | 'full';
}

export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField
      id={fieldId(props.name)}
      className={`field ${props.width ?? 'full'}`}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      isInvalid={props.error !== undefined}
      isRequired={!props.optional}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus ?? false}
    >
      <FieldLabel optional={props.optional}>{props.label}</FieldLabel>
      <FieldHelp>{props.help}</FieldHelp>
      <FieldMessage error={props.error} />
      <Input className="input" />
    </AriaTextField>
  );
}
