import type { FastifyInstance } from 'fastify';
import { isOwnOrigin, Problem, type Settings } from '../../libs/platform/index.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site's page asks for, and keeps answers out of caches. */
export function refuseForeignOrigins(fastify: FastifyInstance, settings: Settings): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (SAFE.has(request.method)) return;
    if (!isOwnOrigin(request.headers.origin, request.headers.host, settings)) {
      throw new Problem('foreign-origin', 'Öppna Samordna på sin egen adress och försök igen.');
    }
  });
}
