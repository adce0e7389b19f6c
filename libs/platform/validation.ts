import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type FieldFault } from './problem.ts';

/** Deepest nesting that any body of ours has, with room to spare. */
const DEEPEST = 10;

/** Refuses what is no object of fields before anything walks through it: null, and nesting that would exhaust the stack. */
class BodyPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && (value === null || isDeeperThan(DEEPEST, value))) {
      throw new Problem('broken-request', 'Skicka ett JSON-objekt med de fält som beskrivs.');
    }
    return super.transform(value, metadata);
  }
}

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inside) => isDeeperThan(levels - 1, inside)));

/** Refuses bodies with wrong, missing or unknown fields, and says which and what to write. Nothing typed is echoed. */
export function validation(): ValidationPipe {
  return new BodyPipe({
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
