import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { exportFiles } from '../evidence/index.ts';
import { Answers, Clock, Needs } from '../platform/index.ts';
import { eventKind } from './event-kind.ts';
import { Log } from './log.ts';
import { LogHeadView } from './log.dto.ts';
import { LogReader } from './log-reader.ts';
import { tarOf } from './tar.ts';

const headRead = eventKind({ type: 'log.head-read', activity: 'Läsa' });
const exported = eventKind({ type: 'log.exported', activity: 'Utskrift' });

@ApiTags('Log')
@Controller('log')
export class LogController {
  constructor(
    private readonly reader: LogReader,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  @Get('head')
  @Needs('log.head')
  @ApiOperation({
    summary: 'Läs loggens kontrollpunkt',
    description: "The area's signed checkpoint, and the key to check it with.",
  })
  @Answers(LogHeadView, 404)
  async head(): Promise<LogHeadView> {
    const { size, note, signedAt, haltedSince } = await this.reader.head();
    this.log.record(headRead);
    return {
      size,
      checkpoint: note,
      verifierKey: await this.reader.verifierKey(),
      signedAt: signedAt.toISOString(),
      ...(haltedSince && { haltedSince: haltedSince.toISOString() }),
    };
  }

  @Get('export')
  @Needs('log.export')
  @ApiOperation({
    summary: 'Exportera loggen',
    description: 'The whole sealed log as a tar file, which apps/verify checks without network or database.',
  })
  @ApiProduces('application/x-tar')
  @Answers(404)
  async export(): Promise<StreamableFile> {
    const log = await this.reader.export();
    this.log.record(exported, { facts: { size: log.size } });
    return new StreamableFile(tarOf(exportFiles(log), new Date(log.exportedAt)), {
      type: 'application/x-tar',
      disposition: `attachment; filename="samordna-logg-${this.clock.today()}.tar"`,
    });
  }
}
