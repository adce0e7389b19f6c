import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { ConsoleLogger, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiveAdapter } from '../../libs/live/index.ts';
import { Problem, sendProblem, type Settings, validation } from '../../libs/platform/index.ts';
import { AppModule } from './app.module.ts';
import { openApi } from './openapi.ts';
import { refuseForeignOrigins } from './origin.ts';
import { serveWeb } from './web.ts';

/** Largest request body in bytes: a long text in every field, with room to spare. */
const BODY_LIMIT = 256 * 1024;

/** An address that cannot be read is one of nothing; Fastify's own answer would repeat it. */
const answerNotFound = (_: Error, request: FastifyRequest, reply: FastifyReply): void =>
  sendProblem(reply, request, Problem.notFound());

/** The whole server, ready to listen. */
export async function createServer(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: answerNotFound,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    bodyParser: false,
    logger: new ConsoleLogger({ json: true, colors: false, logLevels: ['warn', 'error', 'fatal'] }),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  refuseForeignOrigins(fastify, settings);
  app.setGlobalPrefix('api', { exclude: ['api-info', 'health'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useWebSocketAdapter(new LiveAdapter(app, settings));
  app.useGlobalPipes(validation());
  app.enableShutdownHooks();
  const description = openApi(app);
  fastify.get('/api/v1/openapi.json', async () => description);
  await serveWeb(fastify, settings);
  await app.init();
  await fastify.ready();
  return app;
}
