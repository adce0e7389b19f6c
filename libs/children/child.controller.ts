import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Problem, Versioned } from '../platform/index.ts';
import {
  AssessmentView,
  ChildChange,
  ChildCover,
  ChildHits,
  ChildRegistration,
  ChildSearch,
  ChildView,
  NamedReaders,
  NewAssessment,
} from './child.dto.ts';
import { ChildReader } from './child.reader.ts';
import { ChildSearchService } from './child-search.service.ts';
import { ChildService } from './child.service.ts';
import { GuardianView, NewGuardian } from './guardian.dto.ts';
import { GuardianService } from './guardian.service.ts';
import { MaturityService } from './maturity.service.ts';
import { NamedReaderService } from './named-reader.service.ts';

@ApiTags('Barn')
@Controller('children')
export class ChildController {
  constructor(
    private readonly children: ChildService,
    private readonly reader: ChildReader,
    private readonly searching: ChildSearchService,
    private readonly readers: NamedReaderService,
    private readonly guardians: GuardianService,
    private readonly maturity: MaturityService,
  ) {}

  @Post()
  @Needs('child.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Registrera ett barn',
    description:
      'In the own unit. 409 when the number is there already, with childId when the actor may see that child; it counts as a search. Who registers a protected child is its first named reader.',
  })
  @Answers(201, ChildView, 409, 422, 429)
  register(@Body() registration: ChildRegistration): Promise<ChildView | Problem> {
    return this.children.register(registration);
  }

  @Post('search')
  @Needs('child.find')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sök ett barn',
    description:
      'By exactly one of whole number, whole name and case reference, in the own unit. 30 searches in five minutes; logged without what was written.',
  })
  @Answers(ChildHits, 422, 429)
  search(@Body() search: ChildSearch): Promise<ChildHits> {
    return this.searching.search(search);
  }

  @Get(':id/cover')
  @Needs('child.read')
  @ApiOperation({
    summary: 'Läs om uppgifterna är skyddade',
    description: 'What is seen before the record is opened, so that whoever opens a protected child stops first.',
  })
  @Answers(ChildCover, 404)
  cover(@IdParam() id: string): Promise<ChildCover> {
    return this.reader.cover(id);
  }

  @Get(':id')
  @Needs('child.read')
  @ApiOperation({
    summary: 'Läs ett barns uppgifter',
    description: 'The child with the people around it. Of a protected child no place, school or contact.',
  })
  @Answers(ChildView, 404)
  read(@IdParam() id: string): Promise<ChildView> {
    return this.reader.read(id);
  }

  @Patch(':id')
  @Needs('child.write')
  @Versioned()
  @ApiOperation({
    summary: 'Ändra ett barns uppgifter',
    description:
      'Left-out fields stay, null empties. A change of protection takes effect on the child’s cases at once. 409 as when a child is registered.',
  })
  @Answers(ChildView, 404, 409, 412, 422, 428, 429)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: ChildChange): Promise<ChildView | Problem> {
    return this.children.change(id, version, change);
  }

  @Put(':id/named-readers')
  @Needs('child.write')
  @Versioned()
  @ApiOperation({
    summary: 'Välj vilka som får öppna',
    description: 'Of a protected child: coordinators of the own unit, the actor among them.',
  })
  @Answers(ChildView, 404, 409, 412, 422, 428)
  nameReaders(@IdParam() id: string, @IfMatch() version: number, @Body() readers: NamedReaders): Promise<ChildView> {
    return this.readers.replace(id, version, readers.assignmentIds);
  }

  @Post(':id/guardians')
  @Needs('child.write')
  @Idempotent()
  @ApiOperation({ summary: 'Lägg till en vårdnadshavare', description: 'At most four at the same time.' })
  @Answers(201, GuardianView, 404, 409, 422)
  addGuardian(@IdParam() id: string, @Body() guardian: NewGuardian): Promise<GuardianView> {
    return this.guardians.add(id, guardian);
  }

  @Post(':id/maturity-assessments')
  @Needs('child.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Skriv en mognadsbedömning',
    description: 'Added to those before it; none is ever changed.',
  })
  @Answers(201, AssessmentView, 404, 409, 422)
  assess(@IdParam() id: string, @Body() assessment: NewAssessment): Promise<AssessmentView> {
    return this.maturity.assess(id, assessment);
  }
}
