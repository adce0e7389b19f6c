import { type ReactNode, useEffect } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { type Control, type FieldPath, type FieldPathValue, type FieldValues, useController } from 'react-hook-form';
import { Icon } from './icon.tsx';

/** What every field of the kit takes, beside its own. */
export interface FieldProps<Value> {
  /** The API's name for it; the ErrorSummary links by it. */
  name: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  value: Value;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  /** Says "valfritt" after the label: everything else is needed. */
  optional?: boolean;
  disabled?: boolean;
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

export function FieldLabel({ children, optional }: { children: ReactNode; optional?: boolean | undefined }) {
  return (
    <Label className="field-label">
      {children}
      {optional && <span className="field-optional"> (valfritt)</span>}
    </Label>
  );
}

export function FieldHelp({ children }: { children: ReactNode }) {
  return (
    children && (
      <Text slot="description" className="field-help">
        {children}
      </Text>
    )
  );
}

export function FieldMessage({ error }: { error: string | undefined }) {
  return (
    <FieldError className="field-error">
      <Icon name="stop" />
      <span>{error}</span>
    </FieldError>
  );
}
