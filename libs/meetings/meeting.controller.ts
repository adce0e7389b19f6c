import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { Cancellation, MeetingList, MeetingMove, MeetingPlan, MeetingView, RecordDraft } from './meeting.dto.ts';
import { MeetingReader } from './meeting.reader.ts';
import { MeetingService } from './meeting.service.ts';
import { RecordService } from './record.service.ts';

@ApiTags('SIP-möten')
@Controller()
export class MeetingController {
  constructor(
    private readonly reader: MeetingReader,
    private readonly meetings: MeetingService,
    private readonly records: RecordService,
  ) {}

  @Get('cases/:id/meetings')
  @Needs('meeting.read')
  @ApiOperation({ summary: 'Lista ärendets möten', description: 'All meetings of a case, the latest first.' })
  @Answers(MeetingList, 404)
  list(@IdParam() id: string): Promise<MeetingList> {
    return this.reader.listOf(id);
  }

  @Post('cases/:id/meetings')
  @Needs('meeting.write')
  @Idempotent()
  @Versioned()
  @ApiOperation({
    summary: 'Kalla till möte',
    description:
      'Plans a meeting and discloses its summons to every called party. If-Match is the version of the case. A local time that does not exist or exists twice is refused.',
  })
  @Answers(201, MeetingView, 404, 409, 412, 422, 428)
  plan(@IdParam() id: string, @IfMatch() version: number, @Body() plan: MeetingPlan): Promise<MeetingView> {
    return this.meetings.plan(id, version, plan);
  }

  @Get('meetings/:id')
  @Needs('meeting.read')
  @ApiOperation({ summary: 'Läs ett möte', description: 'Time, place, who was called, and the record.' })
  @Answers(MeetingView, 404)
  read(@IdParam() id: string): Promise<MeetingView> {
    return this.reader.read(id);
  }

  @Patch('meetings/:id')
  @Needs('meeting.write')
  @Versioned()
  @ApiOperation({
    summary: 'Flytta mötet',
    description: 'Moves a planned meeting, with the reason, and calls anew. The clock of the first meeting runs on.',
  })
  @Answers(MeetingView, 404, 409, 412, 422, 428)
  move(@IdParam() id: string, @IfMatch() version: number, @Body() move: MeetingMove): Promise<MeetingView> {
    return this.meetings.move(id, version, move);
  }

  @Post('meetings/:id/cancellation')
  @Needs('meeting.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ställ in mötet', description: 'Cancels a planned meeting, with the reason.' })
  @Answers(MeetingView, 404, 409, 412, 422, 428)
  cancel(@IdParam() id: string, @IfMatch() version: number, @Body() reason: Cancellation): Promise<MeetingView> {
    return this.meetings.cancel(id, version, reason);
  }

  @Put('meetings/:id/record')
  @Needs('meeting.write')
  @Versioned()
  @ApiOperation({
    summary: 'Spara protokollet',
    description: 'Saves what is written so far in the room. Left-out fields stay; nothing has to be complete.',
  })
  @Answers(MeetingView, 404, 409, 412, 422, 428)
  write(@IdParam() id: string, @IfMatch() version: number, @Body() draft: RecordDraft): Promise<MeetingView> {
    return this.records.write(id, version, draft);
  }

  @Post('meetings/:id/holding')
  @Needs('meeting.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Markera mötet som hållet',
    description:
      'Saves the record and marks the meeting as held: it counts from here. A summoned party that stayed away without notice is suggested as a deviation.',
  })
  @Answers(MeetingView, 404, 409, 412, 422, 428)
  hold(@IdParam() id: string, @IfMatch() version: number, @Body() draft: RecordDraft): Promise<MeetingView> {
    return this.records.hold(id, version, draft);
  }

  @Delete('meetings/:id/holding')
  @Needs('meeting.write')
  @Versioned()
  @ApiOperation({
    summary: 'Öppna protokollet igen',
    description: 'Opens the record of a held meeting to be corrected. It counts again when it is marked as held.',
  })
  @Answers(MeetingView, 404, 409, 412, 428)
  reopen(@IdParam() id: string, @IfMatch() version: number): Promise<MeetingView> {
    return this.records.reopen(id, version);
  }
}
