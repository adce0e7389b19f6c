import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { FormDraftQuery, FormDraftView, NewFormDraft } from './form-draft.dto.ts';
import { FormDrafts } from './form-draft.service.ts';

@ApiTags('SIP-ärenden')
@Controller()
export class FormDraftController {
  constructor(private readonly drafts: FormDrafts) {}

  @Get('cases/:id/draft')
  @Needs('case.read')
  @ApiOperation({
    summary: 'Läs ett utkast',
    description:
      'A form of the case as far as it has been filled in; version 0 and no content before anything was saved.',
  })
  @Answers(FormDraftView, 404, 422)
  read(@IdParam() id: string, @Query() { form }: FormDraftQuery): Promise<FormDraftView> {
    return this.drafts.read(id, form);
  }

  @Put('cases/:id/draft')
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'Spara ett utkast',
    description:
      'Saves a form as it is typed; nothing has to be complete. If-Match is the version of the draft, "0" before the first. The draft is emptied when the form is sent in.',
  })
  @Answers(FormDraftView, 404, 409, 412, 422, 428)
  save(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Query() { form }: FormDraftQuery,
    @Body() draft: NewFormDraft,
  ): Promise<FormDraftView> {
    return this.drafts.save(id, version, form, draft);
  }

  @Delete('cases/:id/draft')
  @Needs('case.write')
  @Versioned()
  @ApiOperation({ summary: 'Släng ett utkast', description: 'Empties the draft. Its version stays, raised by one.' })
  @Answers(FormDraftView, 404, 412, 422, 428)
  discard(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Query() { form }: FormDraftQuery,
  ): Promise<FormDraftView> {
    return this.drafts.discard(id, version, form);
  }
}
