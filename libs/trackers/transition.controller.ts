import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, PageQuery, Versioned } from '../platform/index.ts';
import { TransitionChange, TransitionPage, TransitionView } from './transition.dto.ts';
import { TransitionReader } from './transition.reader.ts';
import { TransitionService } from './transition.service.ts';

@ApiTags('Övergång vid 18')
@Controller()
export class TransitionController {
  constructor(
    private readonly reader: TransitionReader,
    private readonly transitions: TransitionService,
  ) {}

  @Get('transitions')
  @Needs('case.list')
  @ApiOperation({
    summary: 'Lista övergångar',
    description:
      "Open cases of the actor's unit on their way to 18 or past it without handover, the oldest child first.",
  })
  @Answers(TransitionPage, 422)
  list(@Query() query: PageQuery): Promise<TransitionPage> {
    return this.reader.list(query);
  }

  @Get('cases/:id/transition')
  @Needs('case.read')
  @ApiOperation({
    summary: 'Läs övergången',
    description: 'Days, receivers and what remains before 18. Version 0 before anything is saved.',
  })
  @Answers(TransitionView, 404)
  read(@IdParam() id: string): Promise<TransitionView> {
    return this.reader.read(id);
  }

  @Put('cases/:id/transition')
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'Ändra övergången',
    description: "Replaces the whole. If-Match is the transition's version, 0 the first time.",
  })
  @Answers(TransitionView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: TransitionChange): Promise<TransitionView> {
    return this.transitions.change(id, version, change);
  }

  @Post('cases/:id/transition/start')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Börja övergången',
    description: "The case goes over to transition. If-Match is the case's version.",
  })
  @Answers(TransitionView, 404, 409, 412, 428)
  start(@IdParam() id: string, @IfMatch() version: number): Promise<TransitionView> {
    return this.transitions.start(id, version);
  }

  @Post('cases/:id/transition/completion')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Avsluta övergången',
    description:
      "The plan goes on as the young adult's own, with the adult's own consent. If-Match is the case's version.",
  })
  @Answers(TransitionView, 404, 409, 412, 422, 428)
  complete(@IdParam() id: string, @IfMatch() version: number): Promise<TransitionView> {
    return this.transitions.complete(id, version);
  }
}
