import type { Response } from 'supertest';

/** Something that was answered, with its id and the version that a change of it begins from. */
export interface Row {
  id: string;
  version: number;
  [field: string]: unknown;
}

/** What was answered; throws with the problem when it was refused. */
export function made(answer: Response): Row {
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body as Row;
}
