/** One thing wrong with one field: `field` is the path in the body (e.g. `themes`), `message` says in Swedish what to write. */
export interface FieldFault {
  field: string;
  message: string;
  /** Where in the text the fault stands, as offsets in UTF-16 units: the text itself is never sent back. */
  marks?: { from: number; to: number }[];
}

/** A fault of a field where there is one, or none. */
export const faultIf = (isWrong: boolean, field: string, message: string): FieldFault[] =>
  isWrong ? [{ field, message }] : [];

/** Kinds of problem: the stable `type` (a path under /problem/), the HTTP status and the Swedish title. */
export const PROBLEMS = {
  'broken-request': [400, 'Begäran gick inte att läsa'],
  'not-signed-in': [401, 'Du är inte inloggad'],
  'sign-in-refused': [401, 'Fel användarnamn eller lösenord'],
  'not-allowed': [403, 'Ditt uppdrag får inte göra detta'],
  'foreign-origin': [403, 'Begäran kom från en annan webbplats'],
  'choose-assignment': [403, 'Välj först vilket uppdrag du arbetar i'],
  'password-due': [403, 'Byt först ditt lösenord'],
  'not-found': [404, 'Det finns inget här som du kan se'],
  'method-not-allowed': [405, 'Så går det inte att göra här'],
  'state-conflict': [409, 'Det går inte i det läge ärendet är nu'],
  'already-there': [409, 'Det finns redan'],
  'administrator-needed': [409, 'Området måste ha en administratör'],
  'coordinator-needed': [409, 'Ärendena måste ha en samordnare'],
  'reader-needed': [409, 'Någon måste kunna öppna barnets uppgifter'],
  'own-password': [409, 'Det är ditt eget lösenord'],
  'too-few-to-show': [409, 'För få för att visas'],
  'request-in-progress': [409, 'Samma begäran behandlas redan'],
  'stale-version': [412, 'Någon annan har ändrat detta sedan du öppnade det'],
  'too-large': [413, 'Det du skickade är för stort'],
  'wrong-media-type': [415, 'Skicka begäran som JSON'],
  'invalid-fields': [422, 'Några fält behöver rättas'],
  'key-reused': [422, 'Samma Idempotency-Key har använts till något annat'],
  'report-of-concern': [422, 'Ett barn som far illa nu hjälps genom en orosanmälan'],
  'version-missing': [428, 'Ange vilken version du ändrar'],
  'too-many-attempts': [429, 'För många försök'],
  'unexpected-fault': [500, 'Något gick fel hos oss'],
  busy: [503, 'Tjänsten hinner inte svara just nu'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemType = keyof typeof PROBLEMS;

/**
 * A refusal that the user is told about: becomes `application/problem+json` (RFC 9457).
 * `detail` is plain Swedish, says why and what to do instead, and never holds an identifier or what was typed.
 */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: FieldFault[] | undefined;
  readonly headers: Record<string, string>;
  /** Further members of the problem document, non-personal (e.g. the current version). */
  readonly members: Record<string, unknown>;

  constructor(
    readonly type: ProblemType,
    readonly detail?: string,
    extra: { errors?: FieldFault[]; headers?: Record<string, string>; members?: Record<string, unknown> } = {},
  ) {
    const [status, title] = PROBLEMS[type];
    super(detail ?? title);
    this.status = status;
    this.title = title;
    this.errors = extra.errors;
    this.headers = extra.headers ?? {};
    this.members = extra.members ?? {};
  }

  static field(field: string, message: string): Problem {
    return new Problem('invalid-fields', message, { errors: [{ field, message }] });
  }

  /** Not there and not yours look the same from outside. */
  static notFound(): Problem {
    return new Problem('not-found', 'Kontrollera adressen, eller gå tillbaka till listan.');
  }
}

/** 422 with every fault, when there are any. */
export function refuseFaults(errors: FieldFault[], detail = 'Rätta fälten. Det du skrivit finns kvar.'): void {
  if (errors.length > 0) throw new Problem('invalid-fields', detail, { errors });
}
