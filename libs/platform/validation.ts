import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type FieldFault } from './problem.ts';

/** Refuses bodies with wrong, missing or unknown fields, and says which and what to write. Nothing typed is echoed. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem('invalid-fields', 'Rätta fälten och skicka igen. Inget är sparat.', {
        errors: errors.flatMap((e) => faults(e)),
      }),
  });
}

function faults(error: ValidationError, parent = ''): FieldFault[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? 'Fältet finns inte. Ta bort det.' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, field))];
}
