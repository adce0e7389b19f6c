import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, PageQuery, Versioned } from '../platform/index.ts';
import { CaseChange, HandoverOffer, Leaving, NewCase, NewParty, Offer, Refusal, RoleNaming } from './case-input.dto.ts';
import { CaseCover, CasePage, CaseQuery, CaseView, ReceiverList } from './case.dto.ts';
import { CaseReader } from './case.reader.ts';
import { CaseRoleService } from './case-role.service.ts';
import { CaseService } from './case.service.ts';
import { PartyService } from './party.service.ts';
import { Timeline, TimelineView } from './timeline.ts';

@ApiTags('SIP-ärenden')
@Controller()
export class CaseController {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseService,
    private readonly parties: PartyService,
    private readonly roles: CaseRoleService,
    private readonly timeline: Timeline,
  ) {}

  @Get('cases')
  @Needs('case.list')
  @ApiOperation({
    summary: 'Lista ärenden',
    description: "Work list of the actor's unit: open ones by what is due first, ended ones by what changed last.",
  })
  @Answers(CasePage, 422)
  list(@Query() query: CaseQuery): Promise<CasePage> {
    return this.reader.list(query);
  }

  @Post('cases')
  @Needs('case.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Registrera ett behov av SIP',
    description: 'Begins a case under the agreement in force. 409 with caseId when the child has an open case already.',
  })
  @Answers(201, CaseView, 404, 409, 422)
  register(@Body() content: NewCase): Promise<CaseView> {
    return this.cases.register(content);
  }

  @Get('cases/:id')
  @Needs('case.read')
  @ApiOperation({ summary: 'Läs ett ärende', description: 'One case with child, parties, roles, clocks and steps.' })
  @Answers(CaseView, 404)
  read(@IdParam() id: string): Promise<CaseView> {
    return this.reader.read(id);
  }

  @Get('cases/:id/cover')
  @Needs('case.read')
  @ApiOperation({
    summary: 'Läs om ärendet är skyddat',
    description: 'What is seen before the case is opened, so that whoever opens a protected child stops first.',
  })
  @Answers(CaseCover, 404)
  cover(@IdParam() id: string): Promise<CaseCover> {
    return this.reader.cover(id);
  }

  @Patch('cases/:id')
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'Ändra ett ärende',
    description: 'Need, questions, how the child takes part. Left-out fields stay.',
  })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: CaseChange): Promise<CaseView> {
    return this.cases.change(id, version, change);
  }

  @Get('cases/:id/timeline')
  @Needs('case.read')
  @ApiOperation({ summary: 'Läs vad som har hänt', description: "The case's events in the log, newest first." })
  @Answers(TimelineView, 404, 422)
  events(@IdParam() id: string, @Query() query: PageQuery): Promise<TimelineView> {
    return this.timeline.read(id, query);
  }

  @Post('cases/:id/offer')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Erbjud familjen SIP', description: 'Says how the family and the child were informed.' })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  offer(@IdParam() id: string, @IfMatch() version: number, @Body() offer: Offer): Promise<CaseView> {
    return this.cases.offer(id, version, offer);
  }

  @Post('cases/:id/acceptance')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Familjen vill ha SIP', description: 'Consents are asked for from here on.' })
  @Answers(CaseView, 404, 409, 412, 428)
  accept(@IdParam() id: string, @IfMatch() version: number): Promise<CaseView> {
    return this.cases.accept(id, version);
  }

  @Post('cases/:id/decline')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Familjen tackar nej', description: 'Ends the case; a new need is a new case.' })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  decline(@IdParam() id: string, @IfMatch() version: number, @Body() refusal: Refusal): Promise<CaseView> {
    return this.cases.decline(id, version, refusal);
  }

  @Post('cases/:id/denial')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Neka SIP', description: 'Only exceptionally; the reason is required and it is counted.' })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  deny(@IdParam() id: string, @IfMatch() version: number, @Body() refusal: Refusal): Promise<CaseView> {
    return this.cases.deny(id, version, refusal);
  }

  @Post('cases/:id/parties')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ta med en part',
    description: 'A unit joins; what it may read is what is disclosed to it.',
  })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  join(@IdParam() id: string, @IfMatch() version: number, @Body() party: NewParty): Promise<CaseView> {
    return this.parties.join(id, version, party);
  }

  @Post('parties/:id/leaving')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'En part lämnar',
    description: 'Nothing more is disclosed to the unit from now on. If-Match is the version of the case.',
  })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  leave(@IdParam() id: string, @IfMatch() version: number, @Body() leaving: Leaving): Promise<CaseView> {
    return this.parties.leave(id, version, leaving);
  }

  @Put('cases/:id/roles')
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'Namnge en roll',
    description: 'Replaces who holds the role; the coordinator is handed over instead.',
  })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  name(@IdParam() id: string, @IfMatch() version: number, @Body() naming: RoleNaming): Promise<CaseView> {
    return this.roles.name(id, version, naming);
  }

  @Get('cases/:id/receivers')
  @Needs('case.read')
  @ApiOperation({
    summary: 'Lista vilka som kan ta över',
    description: "The other coordinators of the case's unit; of a protected child only those named may open it.",
  })
  @Answers(ReceiverList, 404)
  receivers(@IdParam() id: string): Promise<ReceiverList> {
    return this.roles.receivers(id);
  }

  @Post('cases/:id/handover')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Erbjud en kollega att ta över',
    description: 'The coordinator offers the case to a colleague.',
  })
  @Answers(CaseView, 404, 409, 412, 422, 428)
  offerHandover(@IdParam() id: string, @IfMatch() version: number, @Body() offer: HandoverOffer): Promise<CaseView> {
    return this.roles.offer(id, version, offer);
  }

  @Post('cases/:id/takeover')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ta över ett ärende utan samordnare',
    description: "Any coordinator of the case's unit, when the assignment of the one who had it has ended.",
  })
  @Answers(CaseView, 404, 409, 412, 428)
  takeOver(@IdParam() id: string, @IfMatch() version: number): Promise<CaseView> {
    return this.roles.takeOver(id, version);
  }

  @Post('cases/:id/handover/acceptance')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ta över ärendet', description: 'The receiver accepts and is the coordinator from now on.' })
  @Answers(CaseView, 404, 409, 412, 428)
  acceptHandover(@IdParam() id: string, @IfMatch() version: number): Promise<CaseView> {
    return this.roles.answer(id, version, 'accept');
  }

  @Post('cases/:id/handover/decline')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Tacka nej till att ta över', description: 'The case stays with its coordinator.' })
  @Answers(CaseView, 404, 409, 412, 428)
  declineHandover(@IdParam() id: string, @IfMatch() version: number): Promise<CaseView> {
    return this.roles.answer(id, version, 'decline');
  }

  @Post('cases/:id/handover/withdrawal')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ta tillbaka erbjudandet', description: 'The coordinator keeps the case.' })
  @Answers(CaseView, 404, 409, 412, 428)
  withdrawHandover(@IdParam() id: string, @IfMatch() version: number): Promise<CaseView> {
    return this.roles.answer(id, version, 'take-back');
  }
}
