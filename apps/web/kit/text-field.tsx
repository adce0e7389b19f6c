import { Input, TextField as AriaTextField } from 'react-aria-components';
import { controlOf, FieldHead, fieldId, type FieldProps } from './field.tsx';

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
      {...controlOf(props)}
      type={props.type ?? 'text'}
      value={props.value}
      onChange={props.onChange}
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus ?? false}
    >
      <FieldHead {...props} />
      <Input className="input" />
    </AriaTextField>
  );
}
