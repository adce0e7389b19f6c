import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Needs } from '../platform/index.ts';
import { LogEventList, LogSearch } from './log-review.dto.ts';
import { LogReview } from './log-review.service.ts';

@ApiTags('Log')
@Controller('log')
export class LogReviewController {
  constructor(private readonly review: LogReview) {}

  @Post('search')
  @Needs('log.read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Läs loggen',
    description:
      "The area's sealed events, newest first, twenty-five at a time: all of them, or by person, kind, case or question, and period.",
  })
  @Answers(LogEventList, 422)
  search(@Body() search: LogSearch): Promise<LogEventList> {
    return this.review.search(search);
  }
}
