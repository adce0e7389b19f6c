export interface FieldError {
  /** The field's name as the API knows it, e.g. `question` or `themes.0`. */
  field: string;
  message: string;
  /** Where in the text the fault stands, as offsets in UTF-16 units. */
  marks?: { from: number; to: number }[];
}

interface ProblemFields {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: FieldError[];
}

/** A refusal from the API (RFC 9457), or the word for why there was no answer at all (status 0). */
export class Problem extends Error {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly instance: string | undefined;
  readonly errors: FieldError[];
  /** Whole seconds to wait before the next try, from the header Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(fields: ProblemFields, retryAfter?: number) {
    super(fields.title);
    this.name = 'Problem';
    this.type = fields.type;
    this.title = fields.title;
    this.status = fields.status;
    this.detail = fields.detail;
    this.instance = fields.instance;
    this.errors = fields.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** Turns a refused response and its parsed body into a Problem; a body in any other form gets words of our own. */
export function problemFrom(response: Response, body: unknown): Problem {
  return new Problem(isProblem(body) ? body : unexpected(response.status), secondsOf(response.headers));
}

/** No answer came: the network or the server is down. */
export function unreachable(): Problem {
  return new Problem({
    type: 'about:blank',
    title: 'Ingen kontakt med servern',
    status: 0,
    detail: 'Kontrollera din uppkoppling och försök igen. Det du har skrivit finns kvar på sidan.',
  });
}

/** Any thrown value as a Problem, so that a screen has one thing to show. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(unexpected(0));
}

function isProblem(body: unknown): body is ProblemFields {
  return typeof body === 'object' && body !== null && 'title' in body && 'status' in body && 'type' in body;
}

function unexpected(status: number): ProblemFields {
  return {
    type: 'about:blank',
    title: 'Något gick fel',
    status,
    detail: 'Det beror inte på dig. Försök igen om en stund. Det du har skrivit finns kvar på sidan.',
  };
}

function secondsOf(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}
