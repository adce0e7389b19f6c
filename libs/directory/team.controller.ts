import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { TeamInput, TeamList, TeamView } from './team.dto.ts';
import { TeamService } from './team.service.ts';

@ApiTags('Team')
@Controller('teams')
export class TeamController {
  constructor(private readonly teams: TeamService) {}

  @Get()
  @Needs('directory.write')
  @ApiOperation({ summary: 'Lista konsultationsteam', description: 'The area’s teams with those who sit in them now.' })
  @Answers(TeamList)
  list(): Promise<TeamList> {
    return this.teams.list();
  }

  @Post()
  @Needs('directory.write')
  @ApiOperation({
    summary: 'Lägg till ett konsultationsteam',
    description: 'Members come by their assignments: POST /people/{id}/assignments.',
  })
  @Answers(201, TeamView, 409, 422)
  make(@Body() team: TeamInput): Promise<TeamView> {
    return this.teams.make(team);
  }

  @Put(':id')
  @Needs('directory.write')
  @Versioned()
  @ApiOperation({ summary: 'Ändra ett team', description: 'Its name, and how often it meets.' })
  @Answers(TeamView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() team: TeamInput): Promise<TeamView> {
    return this.teams.change(id, version, team);
  }
}
