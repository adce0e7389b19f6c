/** What the product is measured against: node:http and pg, no framework, no ORM; the product's own statements, sent in the same round trips. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BareDatabase } from './bare-database.ts';
import { Refusal } from './bare-refusal.ts';
import { BareRoutes, type BareSetup } from './bare-routes.ts';

const BODY_LIMIT = 256 * 1024;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const [setup] = (await once(process, 'message')) as [BareSetup];
const database = new BareDatabase(setup);
const routes = new BareRoutes(setup, database);

const server = createServer((request, response) => {
  answer(request).then(
    ({ status, body }) => send(response, status, body),
    (error: unknown) => {
      const status = error instanceof Refusal ? error.status : 500;
      send(response, status, { status, title: String(error) });
    },
  );
});
server.keepAliveTimeout = 72_000;

async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const url = new URL(request.url!, 'http://localhost');
  const token = /__Host-samordna=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (!token) throw new Refusal(401);
  const [, collection, id, part] = /^\/api\/v1\/([a-z-]+)(?:\/([^/]+))?(?:\/([a-z]+))?$/.exec(url.pathname) ?? [];
  if (id !== undefined && !ID.test(id)) throw new Refusal(404);
  if (collection === 'consultation-requests' && request.method === 'POST' && !id) {
    return { status: 201, body: await routes.create(token, await jsonOf(request)) };
  }
  if (request.method !== 'GET') throw new Refusal(404);
  if (collection === 'consultation-requests' && id && !part) return { status: 200, body: await routes.read(token, id) };
  if (collection === 'consultation-requests' && !id)
    return { status: 200, body: await routes.list(token, url.searchParams) };
  if (collection === 'cases' && !id) return { status: 200, body: await routes.caseList(token, url.searchParams) };
  if (collection === 'cases' && id && part === 'file') return { status: 200, body: await routes.caseFile(token, id) };
  if (collection === 'metrics' && id && part === 'figure') {
    return { status: 200, body: await routes.figure(token, id, url.searchParams) };
  }
  throw new Refusal(404);
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > BODY_LIMIT) throw new Refusal(413);
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
process.once('SIGTERM', () => process.exit());
