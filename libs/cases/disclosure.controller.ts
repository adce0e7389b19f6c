import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, Needs } from '../platform/index.ts';
import { DisclosuresView, FamilyExtractView, NewDisclosure, PartyReadersView } from './disclosure.dto.ts';
import { HandingOut } from './disclosure-handout.service.ts';
import { DisclosureReader } from './disclosure.reader.ts';
import { HandedOutView } from './received.dto.ts';

@ApiTags('Utlämnanden')
@Controller()
export class DisclosureController {
  constructor(
    private readonly reader: DisclosureReader,
    private readonly handing: HandingOut,
  ) {}

  @Get('cases/:id/disclosures')
  @Needs('disclosure.read')
  @ApiOperation({
    summary: 'Läs vem som har fått vad',
    description: 'Copies of a case: to whom, when, on what ground.',
  })
  @Answers(DisclosuresView, 404)
  list(@IdParam() id: string): Promise<DisclosuresView> {
    return this.reader.list(id);
  }

  @Post('cases/:id/disclosures')
  @Needs('disclosure.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Lämna ut',
    description:
      'A copy of the latest version to each recipient. 422 names the party whose consent or ground is missing.',
  })
  @Answers(201, DisclosuresView, 404, 409, 422)
  handOut(@IdParam() id: string, @Body() disclosure: NewDisclosure): Promise<DisclosuresView> {
    return this.handing.handOut(id, disclosure);
  }

  @Get('disclosures/:id')
  @Needs('disclosure.read')
  @ApiOperation({ summary: 'Läs ett utlämnat exemplar', description: 'One copy as its recipient has it.' })
  @Answers(HandedOutView, 404)
  copy(@IdParam() id: string): Promise<HandedOutView> {
    return this.reader.copy(id);
  }

  @Get('cases/:id/family-extract')
  @Needs('disclosure.read')
  @ApiOperation({
    summary: 'Utdrag till familjen',
    description: 'Who has got what, when and why, in plain words for print.',
  })
  @Answers(FamilyExtractView, 404)
  familyExtract(@IdParam() id: string): Promise<FamilyExtractView> {
    return this.reader.familyExtract(id);
  }

  @Get('parties/:id/readers')
  @Needs('disclosure.write')
  @ApiOperation({
    summary: 'Lista vilka på en part som kan läsa',
    description: 'People at the unit who read what is disclosed to it: to name the readers for a protected child.',
  })
  @Answers(PartyReadersView, 404)
  readers(@IdParam() id: string): Promise<PartyReadersView> {
    return this.reader.readersOf(id);
  }
}
