import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { NumberField, ObjectsField, TextField } from './fields.ts';

class MarkView {
  @NumberField({ label: 'Första tecknet, räknat från 0', min: 0, max: 1e6 })
  from!: number;

  @NumberField({ label: 'Tecknet efter det sista', min: 0, max: 1e6, example: 5 })
  to!: number;
}

class FieldFaultView {
  @TextField({ label: 'Fältets namn i begäran', max: 200, example: 'themes' })
  field!: string;

  @TextField({ label: 'Vad som ska skrivas', max: 500, example: 'Välj minst 1.' })
  message!: string;

  @ObjectsField({ label: 'Var i texten felet står', type: () => MarkView, optional: true })
  marks?: MarkView[];
}

/** RFC 9457, as every error is answered. */
export class ProblemView {
  @TextField({ label: 'Felets typ', max: 100, example: '/problem/invalid-fields' })
  type!: string;

  @TextField({ label: 'Vad som är fel', max: 200, example: 'Några fält behöver rättas' })
  title!: string;

  @NumberField({ label: 'HTTP-status', min: 400, max: 599, example: 422 })
  status!: number;

  @TextField({ label: 'Vad man kan göra', max: 500, optional: true, example: 'Rätta fälten och skicka igen.' })
  detail?: string;

  @TextField({ label: 'Begärans id', max: 100, example: 'urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057' })
  instance!: string;

  @ObjectsField({ label: 'Fält att rätta', type: () => FieldFaultView, optional: true })
  errors?: FieldFaultView[];

  @NumberField({ label: 'Versionen som gäller nu', min: 1, max: 1e9, optional: true })
  currentVersion?: number;
}

const DESCRIPTIONS: Record<number, string> = {
  200: 'Svaret',
  201: 'Skapat',
  204: 'Gjort, inget att svara',
  400: 'Begäran gick inte att läsa',
  401: 'Inte inloggad',
  403: 'Uppdraget får inte göra detta',
  404: 'Finns inte, eller inte för dig',
  409: 'Går inte i det läge det är nu',
  412: 'Någon annan hann före: en nyare version finns',
  413: 'För stort',
  415: 'Inte JSON',
  422: 'Fält att rätta',
  428: 'Versionen saknas',
  429: 'För många försök',
  500: 'Fel hos oss',
  503: 'Hinner inte svara',
};

/** What a signed-in route can always answer. */
const COMMON = [400, 401, 403, 413, 415, 500, 503];

/**
 * What a route answers: a view (200), or 201 or 204, and the refusals it has beyond the common ones.
 * `@Answers(SittingView, 404)`, `@Answers(201, SittingView)`, `@Answers(204, 409)`.
 */
export function Answers(...answers: (number | Type)[]): MethodDecorator {
  const view = answers.find((answer) => typeof answer !== 'number');
  const statuses = answers.filter((answer) => typeof answer === 'number');
  const success = statuses.find((status) => status < 300) ?? 200;
  // A version that is missing is one thing (428), one that cannot be read another.
  const beyond = statuses.filter((status) => status >= 300).flatMap((status) => (status === 428 ? [422, 428] : status));
  const refusals = [...new Set([...COMMON, ...beyond])];
  return applyDecorators(
    ApiExtraModels(ProblemView),
    ApiResponse({ status: success, description: DESCRIPTIONS[success]!, ...(view && { type: view }) }),
    ...refusals.map((status) =>
      ApiResponse({
        status,
        description: DESCRIPTIONS[status]!,
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
      }),
    ),
  );
}
