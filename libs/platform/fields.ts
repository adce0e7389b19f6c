import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { InCalendar } from './in-calendar.ts';

/** What every field says of itself, to the reader of the API's description. */
interface Field {
  /** What the field is, in Swedish, as the form's label says it. */
  label: string;
  example?: unknown;
  /** The field may be left out; null is not the same. */
  optional?: boolean;
  /** An optional field that may also be null: nothing stands there. */
  nullable?: boolean;
}

type Property = PropertyDecorator;

function described(field: Field, options: ApiPropertyOptions, ...rules: Property[]): Property {
  const property = {
    description: field.label,
    required: !field.optional,
    ...(field.example !== undefined && { example: field.example }),
    ...(field.nullable && { nullable: true }),
    ...options,
  } as ApiPropertyOptions;
  const mayBeLeftOut = ValidateIf((_, value) => value !== undefined && !(field.nullable && value === null));
  return applyDecorators(ApiProperty(property), ...(field.optional ? [mayBeLeftOut] : []), ...rules);
}

/** Years that can be meant here; others are slips of the pen, and PostgreSQL and the calendar agree about these (our convention). */
const isOurTime = ({ year }: { year: number }): boolean => year >= 1900 && year < 2200;

const isDay = (day: Temporal.PlainDate, written: string): boolean => isOurTime(day) && day.toString() === written;

const isMinute = (time: Temporal.PlainDateTime, written: string): boolean =>
  isOurTime(time) && time.toString({ smallestUnit: 'minute' }) === written;

// Line breaks and tabs are text; other control characters, and halves of characters, are not.
// oxlint-disable-next-line no-control-regex
const READABLE = /^(?:[\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\uffff]|[\ud800-\udbff][\udc00-\udfff])*$/;

/** Free text of `min` to `max` characters. */
export function TextField(field: Field & { min?: number; max: number }): Property {
  const min = field.min ?? 1;
  return described(
    field,
    { type: 'string', minLength: min, maxLength: field.max },
    IsString({ message: 'Skriv som text.' }),
    MinLength(min, { message: min === 1 ? 'Skriv något här.' : `Skriv minst ${min} tecken.` }),
    MaxLength(field.max, { message: `Skriv högst ${field.max} tecken.` }),
    Matches(READABLE, { message: 'Texten innehåller tecken som inte går att läsa. Ta bort dem.' }),
  );
}

/** One code of a list. */
export function CodeField(field: Field & { codes: readonly string[]; name: string }): Property {
  return described(
    { example: field.codes[0], ...field },
    { enum: [...field.codes], enumName: field.name } as ApiPropertyOptions,
    IsIn(field.codes, { message: `Välj ett av: ${field.codes.join(', ')}.` }),
  );
}

/** `min` to `max` different codes of a list. */
export function CodesField(
  field: Field & { codes: readonly string[]; name: string; min?: number; max: number },
): Property {
  const min = field.min ?? 0;
  return described(
    { example: [field.codes[0]], ...field },
    {
      enum: [...field.codes],
      enumName: field.name,
      isArray: true,
      minItems: min,
      maxItems: field.max,
      uniqueItems: true,
    } as ApiPropertyOptions,
    IsArray({ message: 'Ange en lista.' }),
    ArrayMinSize(min, { message: `Välj minst ${min}.` }),
    ArrayMaxSize(field.max, { message: `Välj högst ${field.max}.` }),
    ArrayUnique({ message: 'Samma val står två gånger.' }),
    IsIn(field.codes, { each: true, message: `Välj bland: ${field.codes.join(', ')}.` }),
  );
}

/** A list of short texts. */
export function TextsField(field: Field & { maxItems: number; max: number }): Property {
  return described(
    field,
    { type: 'array', items: { type: 'string', maxLength: field.max }, maxItems: field.maxItems } as ApiPropertyOptions,
    IsArray({ message: 'Ange en lista.' }),
    ArrayMaxSize(field.maxItems, { message: `Ange högst ${field.maxItems}.` }),
    IsString({ each: true, message: 'Skriv som text.' }),
    MinLength(1, { each: true, message: 'En rad är tom. Ta bort den eller skriv något.' }),
    MaxLength(field.max, { each: true, message: `Skriv högst ${field.max} tecken på varje rad.` }),
    Matches(READABLE, { each: true, message: 'Texten innehåller tecken som inte går att läsa. Ta bort dem.' }),
  );
}

export function IdField(field: Field): Property {
  return described(
    { example: '01890a5d-ac96-774b-bcce-b302099a8057', ...field },
    { type: 'string', format: 'uuid' },
    IsUUID(undefined, { message: 'Ange ett giltigt id.' }),
  );
}

export function IdsField(field: Field & { max: number }): Property {
  return described(
    { example: ['01890a5d-ac96-774b-bcce-b302099a8057'], ...field },
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: field.max } as ApiPropertyOptions,
    IsArray({ message: 'Ange en lista.' }),
    ArrayMaxSize(field.max, { message: `Ange högst ${field.max}.` }),
    ArrayUnique({ message: 'Samma id står två gånger.' }),
    IsUUID(undefined, { each: true, message: 'Ange giltiga id:n.' }),
  );
}

export function FlagField(field: Field): Property {
  return described(
    { example: true, ...field },
    { type: 'boolean' },
    IsBoolean({ message: 'Svara ja eller nej (true eller false).' }),
  );
}

/** A whole number from `min` to `max`. */
export function NumberField(field: Field & { min: number; max: number }): Property {
  return described(
    { example: field.min, ...field },
    { type: 'integer', minimum: field.min, maximum: field.max },
    IsInt({ message: 'Ange ett heltal.' }),
    Min(field.min, { message: `Ange minst ${field.min}.` }),
    Max(field.max, { message: `Ange högst ${field.max}.` }),
  );
}

/** A day that exists, YYYY-MM-DD. */
export function DateField(field: Field): Property {
  return described(
    { example: '2026-11-22', ...field },
    { type: 'string', format: 'date' },
    InCalendar((value) => isDay(Temporal.PlainDate.from(value), value), {
      message: 'Ange ett datum som finns, som ÅÅÅÅ-MM-DD.',
    }),
  );
}

/** A local date and time (Stockholm), YYYY-MM-DDTHH:MM. */
export function LocalTimeField(field: Field): Property {
  return described(
    { example: '2026-11-24T13:30', ...field },
    { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' },
    InCalendar((value) => isMinute(Temporal.PlainDateTime.from(value), value), {
      message: 'Ange dag och klockslag som finns, som ÅÅÅÅ-MM-DDTHH:MM.',
    }),
  );
}

/** An instant in UTC (RFC 3339); only in answers. */
export function InstantField(field: Field): Property {
  return described(
    { example: '2026-11-22T09:30:00.000Z', ...field },
    { type: 'string', format: 'date-time' },
    IsString(),
  );
}

export function ObjectField(field: Field & { type: () => new () => object }): Property {
  return described(
    field,
    { type: field.type } as ApiPropertyOptions,
    IsObject({ message: 'Ange ett objekt med de fält som beskrivs.' }),
    ValidateNested({ message: 'Ange ett objekt med de fält som beskrivs.' }),
    Type(field.type),
  );
}

export function ObjectsField(field: Field & { type: () => new () => object; max?: number }): Property {
  const max = field.max ?? 1000;
  return described(
    field,
    { type: field.type, isArray: true, maxItems: max } as ApiPropertyOptions,
    IsArray({ message: 'Ange en lista.' }),
    ArrayMaxSize(max, { message: `Ange högst ${max}.` }),
    IsObject({ each: true, message: 'Ange objekt med de fält som beskrivs.' }),
    ValidateNested({ each: true, message: 'Ange objekt med de fält som beskrivs.' }),
    Type(field.type),
  );
}
