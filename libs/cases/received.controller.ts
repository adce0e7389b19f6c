import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs, PageQuery } from '../platform/index.ts';
import { ReceivedCasePage, ReceivedCaseView } from './received.dto.ts';
import { ReceivedReader } from './received.reader.ts';

@ApiTags('Utlämnat till oss')
@Controller('received-cases')
export class ReceivedController {
  constructor(private readonly reader: ReceivedReader) {}

  @Get()
  @Needs('received.read')
  @ApiOperation({
    summary: 'Lista det som lämnats ut till enheten',
    description: "Cases of which the actor's unit holds copies, with what the unit has promised next.",
  })
  @Answers(ReceivedCasePage, 422)
  list(@Query() query: PageQuery): Promise<ReceivedCasePage> {
    return this.reader.list(query);
  }

  @Get(':id')
  @Needs('received.read')
  @ApiOperation({ summary: 'Läs det som lämnats ut om ett ärende', description: 'Every copy, the newest first.' })
  @Answers(ReceivedCaseView, 404)
  read(@IdParam() id: string): Promise<ReceivedCaseView> {
    return this.reader.read(id);
  }
}
