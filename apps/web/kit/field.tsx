import { type ReactNode, useEffect } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { type Control, type FieldPath, type FieldPathValue, type FieldValues, useController } from 'react-hook-form';
import { Icon } from './icon.tsx';

/** What every field of the kit says of itself. */
interface FieldLook {
  /** The API's name for it; the ErrorSummary links by it. */
  name: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  onBlur?: () => void;
  /** Says "valfritt" after the label: everything else is needed. */
  optional?: boolean;
  disabled?: boolean;
}

/** What every field of the kit takes, beside its own. */
export interface FieldProps<Value> extends FieldLook {
  value: Value;
  onChange: (value: Value) => void;
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The control itself, or the first control of a group; an item of a list (`themes.0`) leads to the list (`themes`). */
export function focusField(name: string) {
  const field = document.getElementById(fieldId(name)) ?? document.getElementById(fieldId(name.split('.')[0]!));
  const control = field?.matches('input, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, button');
  control?.focus();
}

/**
 * Ties a field to a form: `<TextField label="Fråga" {...useField(form.control, 'question')} />`.
 * `required` is what to write, said when the field is left empty.
 */
export function useField<Values extends FieldValues, Name extends FieldPath<Values>>(
  control: Control<Values>,
  name: Name,
  required?: string,
) {
  const { field, fieldState } = useController({ control, name, ...(required && { rules: { required } }) });
  const { ref, value, onChange, onBlur } = field;
  useEffect(() => ref({ focus: () => focusField(name) }), [ref, name]);
  return {
    name: name as string,
    value: value as FieldPathValue<Values, Name>,
    onChange: onChange as (value: FieldPathValue<Values, Name>) => void,
    onBlur,
    error: fieldState.error?.message,
  };
}

/** What every control of the kit is told of its field. */
export const controlOf = ({ name, onBlur, error, optional, disabled }: FieldLook) => ({
  name,
  onBlur,
  isInvalid: error !== undefined,
  isRequired: !optional,
  isDisabled: disabled ?? false,
  validationBehavior: 'aria' as const,
});

/** What stands above every control: label, help, and what to mend. */
export function FieldHead({ label, help, error, optional }: FieldLook) {
  return (
    <>
      <Label className="field-label">
        {label}
        {optional && <span className="field-optional"> (valfritt)</span>}
      </Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">
        <Icon name="stop" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
