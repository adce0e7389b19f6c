import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, PageQuery, Versioned } from '../platform/index.ts';
import { NewAssignment } from './assignment.dto.ts';
import {
  NewPerson,
  NewPersonView,
  PasswordView,
  PersonChange,
  PersonPage,
  PersonSearch,
  PersonView,
} from './person.dto.ts';
import { PersonService } from './person.service.ts';

@ApiTags('Personer')
@Controller('people')
export class PersonController {
  constructor(private readonly people: PersonService) {}

  @Get()
  @Needs('directory.write')
  @ApiOperation({ summary: 'Lista personer', description: "The area's people with their assignments, by name." })
  @Answers(PersonPage, 422)
  list(@Query() query: PageQuery): Promise<PersonPage> {
    return this.people.list(query);
  }

  @Post()
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Lägg till en person',
    description:
      'Adds a person with a first assignment, who can sign in at once and then chooses a password of their own. The one made here stands in this answer only.',
  })
  @Answers(201, NewPersonView, 409, 422)
  make(@Body() person: NewPerson): Promise<NewPersonView> {
    return this.people.make(person);
  }

  @Post('search')
  @Needs('directory.write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sök bland personer',
    description: 'By part of a name, a user name or a unit. At most fifty, by name.',
  })
  @Answers(PersonPage, 422)
  search(@Body() search: PersonSearch): Promise<PersonPage> {
    return this.people.search(search);
  }

  @Get(':id')
  @Needs('directory.write')
  @ApiOperation({ summary: 'Läs en person', description: 'One of the area’s people with their assignments.' })
  @Answers(PersonView, 404)
  read(@IdParam() id: string): Promise<PersonView> {
    return this.people.read(id);
  }

  @Patch(':id')
  @Needs('directory.write')
  @Versioned()
  @ApiOperation({
    summary: 'Rätta en persons namn eller användarnamn',
    description: 'Lists show the new name at once. Documents that the person has signed keep the name as it was.',
  })
  @Answers(PersonView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: PersonChange): Promise<PersonView> {
    return this.people.change(id, version, change);
  }

  @Post(':id/password')
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Ge en person ett nytt lösenord',
    description:
      'Ends what is signed in with the old password. The new one stands in this answer only, and opens nothing but the choice of one of their own. Not for oneself: PUT /session/password.',
  })
  @Answers(201, PasswordView, 404, 409)
  renewPassword(@IdParam() id: string): Promise<PasswordView> {
    return this.people.renewPassword(id);
  }

  @Post(':id/assignments')
  @Needs('directory.write')
  @ApiOperation({ summary: 'Ge en person ett uppdrag', description: 'The person can act in it at once.' })
  @Answers(201, PersonView, 404, 409, 422)
  assign(@IdParam() id: string, @Body() assignment: NewAssignment): Promise<PersonView> {
    return this.people.assign(id, assignment);
  }
}
