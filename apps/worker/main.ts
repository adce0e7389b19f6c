import 'reflect-metadata';
import { resolve } from 'node:path';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '../../libs/platform/index.ts';
import { WorkerModule } from './worker.module.ts';

/*
 * The jobs in a process of their own: DATABASE_URL=… node dist/apps/worker/main.js, beside servers started with
 * SAMORDNA_WORKER=apart and the same key. Ends at SIGINT or SIGTERM.
 */
const appFolder = resolve(import.meta.dirname, '../../..');
const ownerUrl = process.env['DATABASE_URL'];
if (!ownerUrl) {
  console.error('Ange databasen i DATABASE_URL: en fristående arbetsprocess behöver samma databas som servern.');
  process.exit(1);
}
const settings = await readSettings(process.env, ownerUrl, appFolder);
const worker = await NestFactory.createApplicationContext(WorkerModule.apart(settings), {
  logger: new ConsoleLogger({ json: true, colors: false, logLevels: ['warn', 'error', 'fatal'] }),
});
worker.enableShutdownHooks();
