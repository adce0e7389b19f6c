import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import {
  Feedback,
  DraftContent,
  Redirection,
  RequestPage,
  RequestQuery,
  RequestView,
  ReturnQuestion,
  Submission,
  Withdrawal,
} from './consultation-request.dto.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { DraftService } from './draft.service.ts';
import { FeedbackService } from './feedback.service.ts';
import { PreparationChange, PreparationView } from './preparation.dto.ts';
import { PreparationService } from './preparation.service.ts';
import { SubmissionService } from './submission.service.ts';
import { TriageService } from './triage.service.ts';

@ApiTags('Frågor till konsultationsteamet')
@Controller('consultation-requests')
export class ConsultationRequestController {
  constructor(
    private readonly reader: ConsultationRequestReader,
    private readonly drafts: DraftService,
    private readonly submissions: SubmissionService,
    private readonly triage: TriageService,
    private readonly preparations: PreparationService,
    private readonly feedback: FeedbackService,
  ) {}

  @Get()
  @Needs('consultation-request.list')
  @ApiOperation({
    summary: 'Lista frågor',
    description:
      'Work list: for a requester the own unit, for a coordinator the area. Open ones oldest first; all of them newest first.',
  })
  @Answers(RequestPage, 422)
  list(@Query() query: RequestQuery): Promise<RequestPage> {
    return this.reader.list(query);
  }

  @Post()
  @Needs('consultation-request.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Börja på en fråga',
    description: 'Makes a draft. Anonymised: identity numbers and listed names are refused.',
  })
  @Answers(201, RequestView, 409, 422)
  create(@Body() content: DraftContent): Promise<RequestView> {
    return this.drafts.create(content);
  }

  @Get(':id')
  @Needs('consultation-request.read')
  @ApiOperation({
    summary: 'Läs en fråga',
    description: 'One request in full, with answers and the steps that the actor can take.',
  })
  @Answers(RequestView, 404)
  read(@IdParam() id: string): Promise<RequestView> {
    return this.reader.read(id);
  }

  @Patch(':id')
  @Needs('consultation-request.write')
  @Versioned()
  @ApiOperation({
    summary: 'Ändra en fråga',
    description: 'Saves what is typed, while it is a draft or has been returned. Left-out fields stay.',
  })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() content: DraftContent): Promise<RequestView> {
    return this.drafts.change(id, version, content);
  }

  @Delete(':id')
  @Needs('consultation-request.write')
  @Versioned()
  @HttpCode(204)
  @ApiOperation({ summary: 'Släng ett utkast', description: 'Deletes a draft that has not been sent in.' })
  @Answers(204, 404, 409, 412, 428)
  discard(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.discard(id, version);
  }

  @Post(':id/submission')
  @Needs('consultation-request.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Skicka in',
    description: 'Sends the request in. If a child is at risk now it is not sent: a report of concern comes first.',
  })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  submit(@IdParam() id: string, @IfMatch() version: number, @Body() submission: Submission): Promise<RequestView> {
    return this.submissions.submit(id, version, submission);
  }

  @Post(':id/withdrawal')
  @Needs('consultation-request.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ta tillbaka', description: 'Withdraws a request that has not been held, with a reason.' })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  withdraw(@IdParam() id: string, @IfMatch() version: number, @Body() withdrawal: Withdrawal): Promise<RequestView> {
    return this.submissions.withdraw(id, version, withdrawal);
  }

  @Post(':id/triage')
  @Needs('consultation-request.triage')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ta hand om',
    description: 'The coordinator takes the request in hand, so that colleagues see it.',
  })
  @Answers(RequestView, 404, 409, 412, 428)
  take(@IdParam() id: string, @IfMatch() version: number): Promise<RequestView> {
    return this.triage.take(id, version);
  }

  @Post(':id/acceptance')
  @Needs('consultation-request.triage')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Anta', description: 'Accepts the request: it will be prepared and placed on a sitting.' })
  @Answers(RequestView, 404, 409, 412, 428)
  accept(@IdParam() id: string, @IfMatch() version: number): Promise<RequestView> {
    return this.triage.accept(id, version);
  }

  @Post(':id/return')
  @Needs('consultation-request.triage')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Skicka tillbaka med en fråga',
    description: 'Returns the request to the asking unit with a question.',
  })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  return(@IdParam() id: string, @IfMatch() version: number, @Body() body: ReturnQuestion): Promise<RequestView> {
    return this.triage.return(id, version, body);
  }

  @Post(':id/redirection')
  @Needs('consultation-request.triage')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hänvisa vidare',
    description: 'Ends the request here and says where it belongs, with the reason.',
  })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  redirect(@IdParam() id: string, @IfMatch() version: number, @Body() redirection: Redirection): Promise<RequestView> {
    return this.triage.redirect(id, version, redirection);
  }

  @Get(':id/preparation')
  @Needs('preparation.read')
  @ApiOperation({ summary: 'Läs förberedelsen', description: 'The checklist and note before the sitting.' })
  @Answers(PreparationView, 404)
  preparation(@IdParam() id: string): Promise<PreparationView> {
    return this.preparations.read(id);
  }

  @Put(':id/preparation')
  @Needs('preparation.write')
  @Versioned()
  @ApiOperation({
    summary: 'Spara förberedelsen',
    description: 'Saves checklist and note; the first time with If-Match: "0".',
  })
  @Answers(PreparationView, 404, 409, 412, 422, 428)
  prepare(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() change: PreparationChange,
  ): Promise<PreparationView> {
    return this.preparations.change(id, version, change);
  }

  @Post(':id/feedback')
  @Needs('consultation-request.feedback')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Berätta om det hjälpte', description: 'The requester answers whether it helped.' })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  giveFeedback(@IdParam() id: string, @IfMatch() version: number, @Body() feedback: Feedback): Promise<RequestView> {
    return this.feedback.give(id, version, feedback);
  }

  @Post(':id/closing')
  @Needs('consultation-request.close')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Avsluta', description: 'Closes an answered request.' })
  @Answers(RequestView, 404, 409, 412, 428)
  close(@IdParam() id: string, @IfMatch() version: number): Promise<RequestView> {
    return this.feedback.close(id, version);
  }
}
