import type { FieldProps } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';

/** A day, as the browser asks for it. */
export function DateField(props: FieldProps<string>) {
  return <TextField type="date" width="short" {...props} />;
}
