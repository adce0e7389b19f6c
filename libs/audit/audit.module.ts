import { Global, Module } from '@nestjs/common';
import { FigureController } from './figure.controller.ts';
import { Figures } from './figure.ts';
import { Log } from './log.ts';
import { LogController } from './log.controller.ts';
import { LogKey } from './log-key.ts';
import { LogReader } from './log-reader.ts';
import { Sealer } from './sealer.ts';

/** The log: record an event, seal, prove, export; and the figures counted from it. */
@Global()
@Module({
  controllers: [FigureController, LogController],
  providers: [Log, LogKey, LogReader, Figures, Sealer],
  exports: [Log, LogKey, LogReader, Figures, Sealer],
})
export class AuditModule {}
