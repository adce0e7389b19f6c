import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Holds for a string that `exists` accepts without throwing: a date or time that is in the calendar. */
export function InCalendar(exists: (value: string) => boolean, options: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'existsInCalendar',
      validator: {
        validate(value: unknown) {
          try {
            return typeof value === 'string' && exists(value);
          } catch {
            return false;
          }
        },
      },
    },
    options,
  );
}
