import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type ProblemType } from './problem.ts';

const BY_STATUS: Record<number, ProblemType> = {
  400: 'broken-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'busy',
  413: 'too-large',
  415: 'wrong-media-type',
};

/** PostgreSQL's error codes that are the user's to know about. The rest are faults of ours. */
const BY_SQL_STATE: Record<string, ProblemType> = {
  '23505': 'already-there',
  '23P01': 'already-there',
  '40001': 'busy',
  '40P01': 'busy',
  '42501': 'not-allowed',
  '53300': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
};

const HELP: Partial<Record<ProblemType, string>> = {
  'broken-request': 'Kontrollera att innehållet är giltig JSON.',
  'not-signed-in': 'Logga in och försök igen.',
  'too-large': 'Korta texten och försök igen.',
  'wrong-media-type': 'Skicka innehållet med Content-Type: application/json.',
  'unexpected-fault': 'Försök igen om en stund. Det du skrev är inte sparat än.',
  busy: 'Vänta en stund och försök igen.',
};

/** The problem that an error is to the one who asked. Whatever is not known becomes `unexpected-fault`, and its text stays inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { status, statusCode, code, driverError } = error as {
    status?: number;
    statusCode?: number;
    code?: string;
    driverError?: { code?: string };
  };
  const sqlState = driverError?.code ?? code;
  const type =
    (error instanceof HttpException ? BY_STATUS[error.getStatus()] : undefined) ??
    BY_STATUS[statusCode ?? status ?? 0] ??
    (sqlState ? BY_SQL_STATE[sqlState] : undefined) ??
    'unexpected-fault';
  return new Problem(type, HELP[type]);
}

/** Every error leaves the house as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ err: withoutValues(error), requestId: request.id });
    sendProblem(reply, request, problem);
  }
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): void {
  void reply
    .status(problem.status)
    .headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...problem.headers })
    .send(
      JSON.stringify({
        type: `/problem/${problem.type}`,
        title: problem.title,
        status: problem.status,
        ...(problem.detail && { detail: problem.detail }),
        instance: `urn:uuid:${request.id}`,
        ...(problem.errors && { errors: problem.errors }),
        ...problem.members,
      }),
    );
}

/** PostgreSQL's own code of an error, SQLSTATE. */
const SQL_STATE = /^[0-9A-Z]{5}$/;

/** An error as it may be logged: what PostgreSQL says, and the parameters it was given, can hold what somebody typed. */
function withoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint, routine } = error as unknown as Record<string, unknown>;
  const where = { code, table, constraint, routine, stack: framesOf(error) };
  return SQL_STATE.test(String(code))
    ? { type: error.name, ...where }
    : { type: error.name, message: error.message, ...where };
}

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
