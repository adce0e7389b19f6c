import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.ts';
import { LiveDoor } from './live.door.ts';
import { LiveGateway } from './live.gateway.ts';
import { LogTail } from './log-tail.ts';

/** Open screens hear of what is sealed in the log. */
@Module({ imports: [DirectoryModule], providers: [LiveGateway, LiveDoor, LogTail] })
export class LiveModule {}
