import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { ConsentsView, NewConsent, ConsentWithdrawal } from './consent.dto.ts';
import { ConsentBasisService } from './consent-basis.service.ts';
import { NewException } from './consent-exception.dto.ts';
import { ConsentReader } from './consent.reader.ts';
import { ConsentService } from './consent.service.ts';
import { NewGround } from './disclosure-ground.dto.ts';

@ApiTags('Samtycken')
@Controller()
export class ConsentController {
  constructor(
    private readonly reader: ConsentReader,
    private readonly consents: ConsentService,
    private readonly basis: ConsentBasisService,
  ) {}

  @Get('cases/:id/consents')
  @Needs('consent.read')
  @ApiOperation({
    summary: 'Läs samtycken',
    description:
      'Answers, exceptions and grounds of a case, whose consent is missing, and what each party may be told.',
  })
  @Answers(ConsentsView, 404)
  read(@IdParam() id: string): Promise<ConsentsView> {
    return this.reader.read(id);
  }

  @Post('cases/:id/consents')
  @Needs('consent.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Anteckna ett svar om samtycke',
    description: 'A yes or no from the child or one guardian. The last consent that was missing takes the case on.',
  })
  @Answers(201, ConsentsView, 404, 409, 422)
  record(@IdParam() id: string, @Body() answer: NewConsent): Promise<ConsentsView> {
    return this.consents.record(id, answer);
  }

  @Post('consents/:id/withdrawal')
  @Needs('consent.write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Återkalla ett samtycke',
    description: 'Takes effect at once and asks for no version. What was disclosed stays with its recipients.',
  })
  @Answers(ConsentsView, 404, 409, 422)
  withdraw(@IdParam() id: string, @Body() withdrawal: ConsentWithdrawal): Promise<ConsentsView> {
    return this.consents.withdraw(id, withdrawal);
  }

  @Post('cases/:id/consent-renewal')
  @Needs('consent.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Fråga om samtycke på nytt',
    description: 'After a withdrawal: consents are asked for again.',
  })
  @Answers(ConsentsView, 404, 409, 412, 428)
  renew(@IdParam() id: string, @IfMatch() version: number): Promise<ConsentsView> {
    return this.consents.renew(id, version);
  }

  @Post('cases/:id/consent-completion')
  @Needs('consent.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Gå vidare när inget samtycke saknas',
    description: 'For a case whose consents became complete without a new answer. 409 while any is missing.',
  })
  @Answers(ConsentsView, 404, 409, 412, 428)
  complete(@IdParam() id: string, @IfMatch() version: number): Promise<ConsentsView> {
    return this.consents.complete(id, version);
  }

  @Post('cases/:id/consent-exceptions')
  @Needs('consent.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Anteckna undantag från en vårdnadshavares samtycke',
    description: 'The guardian is prevented, or the social board has decided (FB 6:13 a) about certain measures.',
  })
  @Answers(201, ConsentsView, 404, 409, 422)
  except(@IdParam() id: string, @Body() exception: NewException): Promise<ConsentsView> {
    return this.basis.except(id, exception);
  }

  @Post('consent-exceptions/:id/end')
  @Needs('consent.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Avsluta ett undantag', description: "The guardian's consent is needed again from today." })
  @Answers(ConsentsView, 404, 409)
  endException(@IdParam() id: string): Promise<ConsentsView> {
    return this.basis.endException(id);
  }

  @Post('cases/:id/disclosure-grounds')
  @Needs('consent.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Anteckna en annan grund för att lämna ut',
    description: 'A legal ground of the agreement, for one unit and some categories, with who decided and why.',
  })
  @Answers(201, ConsentsView, 404, 409, 422)
  ground(@IdParam() id: string, @Body() ground: NewGround): Promise<ConsentsView> {
    return this.basis.ground(id, ground);
  }

  @Post('disclosure-grounds/:id/end')
  @Needs('consent.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Avsluta en grund', description: 'Nothing more is disclosed on it from today.' })
  @Answers(ConsentsView, 404, 409)
  endGround(@IdParam() id: string): Promise<ConsentsView> {
    return this.basis.endGround(id);
  }
}
