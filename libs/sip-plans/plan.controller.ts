import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  type PipeTransform,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Answers, CodeField, IdParam, IfMatch, Needs, Problem, Versioned } from '../platform/index.ts';
import { PlanContent, PlanVersionView, PlanView } from './plan.dto.ts';
import { PlanChangesView } from './plan-change.dto.ts';
import { PlanReader } from './plan.reader.ts';
import { PlanConfirmation } from './plan-confirmation.service.ts';
import { PlanDrafts } from './plan-draft.service.ts';
import { PAPERS, PlanVersionService, type PaperVariant } from './plan-version.service.ts';

class PaperQuery {
  @CodeField({ label: 'Hela planen, eller barnets egen', codes: PAPERS, name: 'PlanPaper', optional: true })
  variant: PaperVariant = 'full';
}

/** The number of a plan. What is no number is something that is not there. */
const planNumber: PipeTransform<string, number> = {
  transform(written) {
    if (!/^[1-9]\d{0,3}$/u.test(written)) throw Problem.notFound();
    return Number(written);
  },
};

const Numbered = (): MethodDecorator =>
  applyDecorators(ApiParam({ name: 'number', description: 'Planens nummer', schema: { type: 'integer', minimum: 1 } }));

@ApiTags('Planer')
@Controller('cases/:id/plan')
export class PlanController {
  constructor(
    private readonly reader: PlanReader,
    private readonly drafts: PlanDrafts,
    private readonly confirmation: PlanConfirmation,
    private readonly versions: PlanVersionService,
  ) {}

  @Get()
  @Needs('plan.read')
  @ApiOperation({
    summary: 'Läs planen som skrivs',
    description: 'The draft with what the law and the agreement still ask for, apart, and the confirmed plans.',
  })
  @Answers(PlanView, 404)
  read(@IdParam() id: string): Promise<PlanView> {
    return this.reader.read(id);
  }

  @Put()
  @Needs('plan.write')
  @Versioned()
  @ApiOperation({
    summary: 'Spara planen som skrivs',
    description: 'Saves the whole draft as it is being written, however unfinished. If-Match "0" the first time.',
  })
  @Answers(PlanView, 404, 409, 412, 422, 428)
  save(@IdParam() id: string, @IfMatch() version: number, @Body() content: PlanContent): Promise<PlanView> {
    return this.drafts.save(id, version, content);
  }

  @Post('confirmation')
  @Needs('plan.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Fastställ planen',
    description:
      'Makes the draft a numbered plan that is never changed. Refused with every gap while something is missing, and with 409 when the consent to the plan is not complete.',
  })
  @Answers(PlanView, 404, 409, 412, 422, 428)
  confirm(@IdParam() id: string, @IfMatch() version: number): Promise<PlanView> {
    return this.confirmation.confirm(id, version);
  }

  @Get('versions/:number')
  @Needs('plan.read')
  @Numbered()
  @ApiOperation({ summary: 'Läs en fastställd plan', description: 'A plan as it was confirmed.' })
  @Answers(PlanVersionView, 404)
  version(@IdParam() id: string, @Param('number', planNumber) number: number): Promise<PlanVersionView> {
    return this.reader.readVersion(id, number);
  }

  @Get('versions/:number/changes')
  @Needs('plan.read')
  @Numbered()
  @ApiOperation({
    summary: 'Läs vad som ändrats sedan förra planen',
    description: 'Row by row in words, and word by word where a text was changed.',
  })
  @Answers(PlanChangesView, 404)
  changes(@IdParam() id: string, @Param('number', planNumber) number: number): Promise<PlanChangesView> {
    return this.versions.changes(id, number);
  }

  @Get('versions/:number/pdf')
  @Needs('plan.read')
  @Numbered()
  @ApiOperation({
    summary: 'Skriv ut en fastställd plan',
    description:
      'A tagged PDF (PDF/UA) on A4: the whole plan with lines to sign on, or the child’s own in plain words.',
  })
  @ApiProduces('application/pdf')
  @Answers(404, 422)
  async paper(
    @IdParam() id: string,
    @Param('number', planNumber) number: number,
    @Query() { variant }: PaperQuery,
  ): Promise<StreamableFile> {
    const { bytes, filename } = await this.versions.paper(id, number, variant);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${filename}"` });
  }
}
