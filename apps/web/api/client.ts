import createClient from 'openapi-fetch';
import { problemFrom, unreachable } from './problem.ts';
import type { paths } from './schema.generated.ts';

/** Every call goes through this client, typed by the API's own description. Wrap calls in `answer`. */
export const api = createClient<paths>();

type Answered<R> = R extends { data: infer Data; error?: never } ? Data : never;

/** The body of a call that succeeded; throws a Problem when it was refused or never answered. */
export async function answer<R extends { data?: unknown; error?: unknown; response: Response }>(
  call: Promise<R>,
): Promise<Answered<R>> {
  const { data, error, response } = await call.catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(response, error);
  return data as Answered<R>;
}

/** The header that says which version of the object one has read: a stale one is refused with 412. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
