import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { NewUnit, UnitChange, UnitList, UnitView, UnitWork } from './unit.dto.ts';
import { UnitService } from './unit.service.ts';

@ApiTags('Enheter')
@Controller('units')
export class UnitController {
  constructor(private readonly units: UnitService) {}

  @Get()
  @Needs('directory.read')
  @ApiOperation({
    summary: 'Lista enheter',
    description:
      "All the area's units with their principals, open and closed, and its principals and teams to choose from.",
  })
  @Answers(UnitList)
  list(): Promise<UnitList> {
    return this.units.list();
  }

  @Post()
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Lägg till en enhet',
    description: 'Adds a unit under a principal that is there, or under a new one. It can be worked in at once.',
  })
  @Answers(201, UnitView, 409, 422)
  make(@Body() unit: NewUnit): Promise<UnitView> {
    return this.units.make(unit);
  }

  @Get(':id/work')
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Se vad en enhet håller i',
    description: 'How many cases it holds or is a party to, and how many of its questions wait for an answer.',
  })
  @Answers(UnitWork, 404)
  work(@IdParam() id: string): Promise<UnitWork> {
    return this.units.work(id);
  }

  @Patch(':id')
  @Needs('directory.write')
  @Versioned()
  @ApiOperation({
    summary: 'Byt namn på en enhet, stäng den eller öppna den igen',
    description:
      'Confirmed plans keep the name as it was. A closed unit takes no new assignments and becomes no party; whoever works ' +
      'there goes on until their assignment ends.',
  })
  @Answers(UnitView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: UnitChange): Promise<UnitView> {
    return this.units.change(id, version, change);
  }
}
