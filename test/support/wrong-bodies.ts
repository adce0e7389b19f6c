/** A schema as OpenAPI writes it, as far as our bodies use it. */
export interface Schema {
  $ref?: string;
  /** Two where the value may be null. */
  type?: string | string[];
  format?: string;
  pattern?: string;
  allOf?: Schema[];
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

type Schemas = Record<string, Schema>;

/** Bodies each of which has one thing wrong with one field, made from a body that is right and its schema. */
export function wrongBodies(ref: Schema, right: object, schemas: Schemas): object[] {
  const { properties = {}, required = [] } = resolved(ref, schemas);
  return Object.entries(properties).flatMap(([field, schema]) => {
    const { [field]: _, ...without } = right as Record<string, unknown>;
    const wrong = wrongValues(schema, schemas).map((value) => ({ ...right, [field]: value }));
    return required.includes(field) ? [...wrong, without, { ...right, [field]: null }] : wrong;
  });
}

/** Bodies in which a field that may be left out is null. */
export function bodiesWithNull(ref: Schema, right: object, schemas: Schemas): object[] {
  const { properties = {}, required = [] } = resolved(ref, schemas);
  return Object.keys(properties)
    .filter((field) => !required.includes(field))
    .map((field) => ({ ...right, [field]: null }));
}

function resolved({ $ref, allOf, ...schema }: Schema, schemas: Schemas): Schema {
  const ref = $ref ?? allOf?.[0]?.$ref;
  return ref ? schemas[ref.split('/').at(-1)!]! : schema;
}

function wrongValues(given: Schema, schemas: Schemas): unknown[] {
  const schema = resolved(given, schemas);
  switch ([schema.type].flat()[0]) {
    case 'string':
      return wrongTexts(schema);
    case 'integer':
      return ['5', 1.5, 1e308, schema.minimum! - 1, schema.maximum! + 1, true, [], {}];
    case 'boolean':
      return ['true', 0, [], {}];
    case 'array':
      return wrongLists(schema, schemas);
    default:
      return ['text', 1, []];
  }
}

function wrongTexts({ minLength = 0, maxLength, format, pattern, enum: codes }: Schema): unknown[] {
  const never = [42, true, {}, ['text'], { length: 1 }, 'NUL\u0000', 'halv \ud83d', 'kontroll\u0007'];
  if (codes) return [...never, 'NOPE', ''];
  if (format === 'uuid') return [...never, 'abc', '', '01890a5d-ac96-774b-bcce'];
  if (format === 'date') return [...never, '2026-02-30', 'i morgon', '2026-2-3', '0000-01-01', '99999-01-01', ''];
  if (pattern) {
    const times = ['2026-13-01T10:00', '2026-03-29T02:30', '2026-10-25T02:30', '2026-03-05', '2026-03-05T24:00'];
    return [...never, ...times, '0000-01-01T00:00', '2026-03-05T13:00Z'];
  }
  return [...never, ...(minLength > 0 ? [''] : []), ...(maxLength ? ['x'.repeat(maxLength + 1)] : [])];
}

function wrongLists({ items = {}, maxItems = 0 }: Schema, schemas: Schemas): unknown[] {
  const object = resolved(items, schemas).type === 'object';
  const inside = object ? [{}, null, 'text', []] : wrongTexts(items).filter((value) => value !== '');
  const tooMany = Array.from({ length: maxItems + 1 }, (_, i) => (object ? {} : `K${i}`));
  return ['text', {}, 1, ...inside.map((value) => [value]), [[]], tooMany];
}
