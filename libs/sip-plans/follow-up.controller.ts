import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { ClosingService } from './closing.service.ts';
import { FollowUpsView, NewClosing, NewFollowUp } from './follow-up.dto.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import { FollowUpService } from './follow-up.service.ts';

@ApiTags('Uppföljning')
@Controller()
export class FollowUpController {
  constructor(
    private readonly reader: FollowUpReader,
    private readonly followUps: FollowUpService,
    private readonly closings: ClosingService,
  ) {}

  @Get('cases/:id/follow-ups')
  @Needs('plan.read')
  @ApiOperation({
    summary: 'Läs hur det har gått',
    description: 'The latest plan to answer, every follow-up with its answers, and how the case was closed.',
  })
  @Answers(FollowUpsView, 404)
  read(@IdParam() id: string): Promise<FollowUpsView> {
    return this.reader.read(id);
  }

  @Post('cases/:id/follow-ups')
  @Needs('plan.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Följ upp planen',
    description:
      'How it went with every goal and intervention of the plan that holds. The next plan begins from it, or the case goes on to be closed. If-Match is the version of the case.',
  })
  @Answers(FollowUpsView, 404, 409, 412, 422, 428)
  hold(@IdParam() id: string, @IfMatch() version: number, @Body() content: NewFollowUp): Promise<FollowUpsView> {
    return this.followUps.hold(id, version, content);
  }

  @Post('cases/:id/closing')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Avsluta ärendet',
    description:
      'Ends the case, with the reason and how it went with each goal. It cannot be undone: a new need is a new case.',
  })
  @Answers(FollowUpsView, 404, 409, 412, 422, 428)
  close(@IdParam() id: string, @IfMatch() version: number, @Body() content: NewClosing): Promise<FollowUpsView> {
    return this.closings.close(id, version, content);
  }
}
