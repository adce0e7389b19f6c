import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** The version a change builds on, from `If-Match: "7"`. 428 when it is missing, 422 when it is not a version. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) throw new Problem('version-missing', 'Skicka If-Match med den version du läste, till exempel "3".');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw Problem.field('If-Match', 'Ange versionen inom citattecken, till exempel "3".');
  return Number(version);
});

/** Says in the API's description that a route needs `If-Match`. */
export const Versioned = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'Versionen som ändringen bygger på, inom citattecken.',
      schema: { type: 'string', example: '"3"' },
    }),
  );

/** The refusal of a change that builds on an old version. */
export function staleVersion(current: number): Problem {
  return new Problem('stale-version', 'Läs den nya versionen och jämför med din innan du sparar igen.', {
    members: { currentVersion: current },
  });
}
