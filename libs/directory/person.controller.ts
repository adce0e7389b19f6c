import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs, PageQuery } from '../platform/index.ts';
import { NewAssignment } from './assignment.dto.ts';
import { NewPerson, NewPersonView, PasswordView, PersonPage, PersonView } from './person.dto.ts';
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
      'Adds a person with a first assignment, who can sign in at once. The password stands in this answer only.',
  })
  @Answers(201, NewPersonView, 409, 422)
  make(@Body() person: NewPerson): Promise<NewPersonView> {
    return this.people.make(person);
  }

  @Post(':id/password')
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Ge en person ett nytt lösenord',
    description: 'Ends what is signed in with the old password. The new one stands in this answer only.',
  })
  @Answers(201, PasswordView, 404)
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
