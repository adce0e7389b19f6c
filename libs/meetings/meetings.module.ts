import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/index.ts';
import { DirectoryModule } from '../directory/index.ts';
import { TrackersModule } from '../trackers/index.ts';
import { MeetingController } from './meeting.controller.ts';
import { Meeting } from './meeting.entity.ts';
import { MeetingReader } from './meeting.reader.ts';
import { MeetingService } from './meeting.service.ts';
import { MeetingSteps } from './meeting.steps.ts';
import { MeetingSummons } from './meeting.summons.ts';
import { RecordService } from './record.service.ts';

/** The meetings of a case: called, moved, held and recorded. */
@Module({
  imports: [CasesModule, DirectoryModule, TrackersModule, TypeOrmModule.forFeature([Meeting])],
  controllers: [MeetingController],
  providers: [MeetingReader, MeetingService, MeetingSteps, MeetingSummons, RecordService],
  exports: [MeetingReader],
})
export class MeetingsModule {}
