import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { RequestView } from './consultation-request.dto.ts';
import { AdviceDraft, ConsultationView, Placement } from './consultation.dto.ts';
import { ConsultationReader } from './consultation.reader.ts';
import { ConsultationService } from './consultation.service.ts';
import { PlacementService } from './placement.service.ts';

@ApiTags('Konsultationer')
@Controller()
export class ConsultationController {
  constructor(
    private readonly reader: ConsultationReader,
    private readonly placements: PlacementService,
    private readonly consultations: ConsultationService,
  ) {}

  @Post('consultation-requests/:id/placement')
  @Needs('consultation.place')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Placera på ett möte',
    description: 'Places an accepted request last on a sitting, with so many minutes.',
  })
  @Answers(RequestView, 404, 409, 412, 422, 428)
  place(@IdParam() id: string, @IfMatch() version: number, @Body() placement: Placement): Promise<RequestView> {
    return this.placements.place(id, version, placement);
  }

  @Delete('consultation-requests/:id/placement')
  @Needs('consultation.place')
  @Versioned()
  @ApiOperation({
    summary: 'Ta bort från mötet',
    description: 'Takes a request off the agenda; it is accepted as before.',
  })
  @Answers(RequestView, 404, 409, 412, 428)
  remove(@IdParam() id: string, @IfMatch() version: number): Promise<RequestView> {
    return this.placements.remove(id, version);
  }

  @Get('consultations/:id')
  @Needs('sitting.agenda')
  @ApiOperation({
    summary: 'Läs en konsultation',
    description: 'The one-A4 sheet of a question at a sitting, with its advice and the steps to take.',
  })
  @Answers(ConsultationView, 404)
  read(@IdParam() id: string): Promise<ConsultationView> {
    return this.reader.read(id);
  }

  @Post('consultations/:id/holding')
  @Needs('consultation.hold')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Markera som hållen',
    description: 'The question has been taken up; it counts in the year of the sitting from now.',
  })
  @Answers(ConsultationView, 404, 409, 412, 428)
  hold(@IdParam() id: string, @IfMatch() version: number): Promise<ConsultationView> {
    return this.consultations.hold(id, version);
  }

  @Delete('consultations/:id/holding')
  @Needs('consultation.hold')
  @Versioned()
  @ApiOperation({
    summary: 'Ångra hållen',
    description: 'Takes back a mark set by mistake; the figure counts it no more.',
  })
  @Answers(ConsultationView, 404, 409, 412, 428)
  unhold(@IdParam() id: string, @IfMatch() version: number): Promise<ConsultationView> {
    return this.consultations.unhold(id, version);
  }

  @Patch('consultations/:id')
  @Needs('consultation.hold')
  @Versioned()
  @ApiOperation({
    summary: 'Spara råd',
    description:
      'Saves advice and outcomes as they are being written. The asking unit sees them when the consultation is concluded.',
  })
  @Answers(ConsultationView, 404, 409, 412, 422, 428)
  advise(@IdParam() id: string, @IfMatch() version: number, @Body() draft: AdviceDraft): Promise<ConsultationView> {
    return this.consultations.advise(id, version, draft);
  }

  @Post('consultations/:id/conclusion')
  @Needs('consultation.hold')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Lämna svaret',
    description: 'Gives the answer to the asking unit; needs advice and at least one outcome.',
  })
  @Answers(ConsultationView, 404, 409, 412, 422, 428)
  conclude(@IdParam() id: string, @IfMatch() version: number, @Body() draft: AdviceDraft): Promise<ConsultationView> {
    return this.consultations.conclude(id, version, draft);
  }
}
