import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, newId, Problem, sql, staleVersion } from '../platform/index.ts';
import { ASSIGNMENT_RUNS } from './role.ts';
import { teamEvents } from './directory.events.ts';
import type { TeamInput, TeamList, TeamView } from './team.dto.ts';

const MEMBER = `json_build_object('assignmentId', a.id, 'name', n.name, 'unit', json_build_object('id', u.id, 'name', u.name))`;
const VIEW = `json_build_object('id', t.id, 'name', t.name, 'rhythm', t.rhythm, 'version', t.version, 'members', coalesce(
  (select json_agg(${MEMBER} order by n.name collate "sv-x-icu", a.id)
     from assignment a join person n on n.id = a.person_id join unit u on u.id = a.unit_id
    where a.team_id = t.id and ${ASSIGNMENT_RUNS}), '[]'))`;

const LIST = sql(
  'team.list',
  `select coalesce(json_agg(${VIEW} order by t.name collate "sv-x-icu", t.id), '[]') as teams
     from team t where t.area_id = app_area()`,
);
const READ = sql('team.read', `select ${VIEW} as view from team t where t.area_id = app_area() and t.id = $1`);
const SAME_NAME = sql(
  'team.same-name',
  `select 1 from team where area_id = app_area() and lower(name) = lower($1) and id <> $2`,
);
const ADD = sql('team.add', `insert into team (id, area_id, name, rhythm) values ($1, app_area(), $2, $3)`);
const LOCK = sql('team.lock', `select version from team where area_id = app_area() and id = $1 for update`);
const CHANGE = sql('team.change', `update team set version = version + 1, name = $2, rhythm = $3 where id = $1`);

/** The area's consultation teams. Who sits in one has an assignment there. */
@Injectable()
export class TeamService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async list(): Promise<TeamList> {
    this.log.record(teamEvents.listed);
    const [list] = await this.database.query<TeamList>(LIST());
    return list!;
  }

  async make(team: TeamInput): Promise<TeamView> {
    const id = newId();
    const { name, rhythm } = await this.written(team, id);
    await this.database.query(ADD(id, name, rhythm));
    this.log.record(teamEvents.made, { subject: `team:${id}` });
    return this.view(id);
  }

  async change(id: string, version: number, team: TeamInput): Promise<TeamView> {
    const [known] = await this.database.query<{ version: number }>(LOCK(id));
    if (!known) throw Problem.notFound();
    if (known.version !== version) throw staleVersion(known.version);
    const { name, rhythm } = await this.written(team, id);
    await this.database.query(CHANGE(id, name, rhythm));
    this.log.record(teamEvents.changed, { subject: `team:${id}` });
    return this.view(id);
  }

  /** What was written, as it is kept. Two teams of one name could not be told apart in a list. */
  private async written(team: TeamInput, id: string): Promise<TeamInput> {
    const [name, rhythm] = [team.name.trim(), team.rhythm.trim()];
    if (!name) throw Problem.field('name', 'Skriv teamets namn.');
    if (!rhythm) throw Problem.field('rhythm', 'Skriv hur ofta teamet möts, till exempel: första torsdagen i månaden.');
    const [same] = await this.database.query(SAME_NAME(name, id));
    if (same) throw alreadyThere();
    return { name, rhythm };
  }

  private async view(id: string): Promise<TeamView> {
    const [row] = await this.database.query<{ view: TeamView }>(READ(id));
    return row!.view;
  }
}

function alreadyThere(): Problem {
  const message = 'Ett team med det namnet finns redan. Skriv ett annat namn.';
  return new Problem('already-there', message, { errors: [{ field: 'name', message }] });
}
