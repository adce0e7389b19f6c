import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem, sendProblem, type Settings } from '../../libs/platform/index.ts';

/** What the page may load: itself, and what carries this answer's nonce. Nothing from another host. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** Serves the built web app: its files as they are, and its one page for every address that is not the API's. */
export async function serveWeb(fastify: FastifyInstance, { webFolder }: Settings): Promise<void> {
  if (!existsSync(join(webFolder, 'index.html'))) return;
  const page = await readFile(join(webFolder, 'index.html'), 'utf8');
  await fastify.register(fastifyStatic, {
    root: webFolder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'],
    immutable: true,
    maxAge: '365d',
  });
  fastify.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/live/'))
      return sendProblem(reply, request, Problem.notFound());
    return sendPage(reply, page);
  });
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce),
    })
    .send(page.replaceAll('__CSP_NONCE__', nonce));
}
