import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Needs, ObjectsField, TextField } from '../platform/index.ts';
import { eventKind } from './event-kind.ts';
import { countedFigures } from './figure-definition.ts';
import { Log } from './log.ts';

const listed = eventKind({ type: 'figure.listed', activity: 'Läsa' });

export class CountedQuery {
  @TextField({ label: 'Slag av händelse', max: 100, example: 'meeting.held' })
  event!: string;
}

export class CountedFigureView {
  @TextField({ label: 'Måttets id', max: 100, example: 'meetings-within-days' })
  id!: string;

  @TextField({ label: 'Vad som räknas', max: 2000, example: 'Antal hållna SIP-möten under året.' })
  explanation!: string;
}

export class CountedFigureList {
  @ObjectsField({ label: 'Siffror som händelsen räknas i', type: () => CountedFigureView })
  figures!: CountedFigureView[];
}

/** What is counted: so that whoever records an outcome sees where it ends up. */
@ApiTags('Handlingsplaner')
@Controller('figures')
export class FigureController {
  constructor(private readonly log: Log) {}

  @Get()
  @Needs('case.read')
  @ApiOperation({
    summary: 'Vilka siffror räknar en händelse?',
    description: 'The figures that count events of a kind, each with the rule it is counted by.',
  })
  @Answers(CountedFigureList, 422)
  list(@Query() { event }: CountedQuery): CountedFigureList {
    const figures = countedFigures()
      .filter(({ counts }) => counts.includes(event))
      .map(({ id, explanation }) => ({ id, explanation }));
    this.log.record(listed, { facts: { figures: figures.map(({ id }) => id) } });
    return { figures };
  }
}
