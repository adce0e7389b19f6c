import { Injectable } from '@nestjs/common';
import { Log, type EventKind } from '../audit/index.ts';
import {
  countReached,
  Database,
  instantAsked,
  newId,
  Problem,
  problemOf,
  rowsOf,
  sql,
  staleVersion,
} from '../platform/index.ts';
import { sittingEvents } from './consultation.events.ts';
import type { AttendanceMark, SittingPage, SittingPlan, SittingQuery, SittingView } from './sitting.dto.ts';
import { Sitting } from './sitting.entity.ts';

const ROW = `
  'id', s.id, 'team', json_build_object('id', t.id, 'name', t.name), 'startsAt', s.starts_at,
  'localTime', to_char(s.starts_at at time zone s.zone, 'YYYY-MM-DD"T"HH24:MI'), 'minutes', s.minutes, 'place', s.place,
  'state', s.state, 'version', s.version,
  'questions', (select count(*) from consultation c where c.sitting_id = s.id and c.state <> 'MOVED'),
  'plannedMinutes', (select coalesce(sum(c.minutes), 0) from consultation c where c.sitting_id = s.id and c.state <> 'MOVED')`;

const listOf = (name: string, where: string, order: string) =>
  sql(
    `sitting.list-${name}`,
    `select json_build_object(
       'sittings', (select coalesce(json_agg(json_build_object(${ROW}) order by ${order}), '[]')
          from (select * from sitting s where ${where} order by ${order} offset $1 limit $2) s join team t on t.id = s.team_id),
       'total', ${countReached(`from sitting s where ${where}`)}) as page`,
  );

// A sitting stays among the coming ones until it has been ended.
const LISTS = {
  COMING: listOf('coming', `s.state = 'PLANNED'`, 's.starts_at, s.id'),
  PAST: listOf('past', `s.state <> 'PLANNED'`, 's.starts_at desc, s.id desc'),
};
const READ = sql(
  'sitting.read',
  `select json_strip_nulls(json_build_object(${ROW},
     'agenda', (select coalesce(json_agg(json_build_object('id', i.id, 'requestId', i.request_id, 'reference', r.reference,
            'state', i.state, 'requestState', r.state, 'slotTime', to_char(i.slot at time zone s.zone, 'YYYY-MM-DD"T"HH24:MI'),
            'minutes', i.minutes, 'themes', r.themes, 'ageBand', r.age_band, 'unit', json_build_object('id', u.id, 'name', u.name))
            order by i.position, i.id), '[]')
         from (select c.*, s.starts_at + make_interval(mins => coalesce(sum(c.minutes) over (order by c.position, c.id
                 rows between unbounded preceding and 1 preceding), 0)::int) as slot
                 from consultation c where c.sitting_id = s.id and c.state <> 'MOVED') i
         join consultation_request r on r.id = i.request_id join unit u on u.id = r.unit_id),
     'attendance', (select coalesce(json_agg(json_build_object('assignmentId', a.id, 'name', n.name, 'unitName', u.name,
            'present', h.present) order by n.name, a.id), '[]')
         from assignment a join person n on n.id = a.person_id join unit u on u.id = a.unit_id
         left join attendance h on h.sitting_id = s.id and h.assignment_id = a.id
        where a.team_id = s.team_id and (h.present is not null or a.ended_at is null or a.ended_at > now()))
   )) as view
   from sitting s join team t on t.id = s.team_id where s.id = $1`,
);
const LOCK = sql('sitting.lock', `select team_id as "teamId", state, version from sitting where id = $1 for update`);
const TEAMS = sql('sitting.teams', `select id from team where area_id = app_area() order by id`);
const REORDER = sql(
  'sitting.reorder',
  `update consultation c set position = o.position from unnest($2::uuid[]) with ordinality as o (id, position)
    where c.id = o.id and c.sitting_id = $1`,
);
const ON_AGENDA = sql(
  'sitting.on-agenda',
  `select id, state from consultation where sitting_id = $1 and state <> 'MOVED'`,
);
const CHANGED = sql('sitting.changed', `update sitting set version = version + 1, state = $2 where id = $1`);
const ATTEND = sql(
  'sitting.attend',
  `insert into attendance (sitting_id, assignment_id, team_id, present)
   select $1, a.id, $2, m.present from unnest($3::uuid[], $4::boolean[]) as m (id, present)
     join assignment a on a.id = m.id and a.team_id = $2
   on conflict (sitting_id, assignment_id) do update set present = excluded.present`,
);

interface LockedSitting {
  teamId: string;
  state: string;
  version: number;
}

/** The team's ordinary meetings: when, what is on the agenda and who came. */
@Injectable()
export class SittingService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async list(query: SittingQuery): Promise<SittingPage> {
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<{ page: Pick<SittingPage, 'sittings' | 'total'> }>(
      LISTS[query.list](offset, limit),
    );
    this.log.record(sittingEvents.listed, { facts: { rows: row!.page.sittings.length } });
    return { ...row!.page, page: query.page, limit };
  }

  async read(id: string): Promise<SittingView> {
    const view = await this.view(id);
    this.log.record(sittingEvents.read, { subject: `sitting:${id}` });
    return view;
  }

  async plan({ startsAt, minutes, place, teamId }: SittingPlan): Promise<SittingView> {
    const id = newId();
    const team = await this.teamFor(teamId);
    const manager = await this.database.scope.manager();
    const sitting = {
      id,
      teamId: team,
      startsAt: instantAsked('startsAt', startsAt),
      wallTime: startsAt,
      minutes,
      place,
    };
    await manager.insert(Sitting, sitting).catch((error: unknown) => {
      throw problemOf(error).type === 'already-there' ? timeTaken() : error;
    });
    this.record(sittingEvents.planned, id, team);
    return this.view(id);
  }

  async order(id: string, version: number, consultationIds: string[]): Promise<SittingView> {
    const sitting = await this.lock(id, version);
    const onAgenda = await this.database.query<{ id: string }>(ON_AGENDA(id));
    if (consultationIds.length !== onAgenda.length || !onAgenda.every((item) => consultationIds.includes(item.id))) {
      throw Problem.field('consultationIds', 'Ange alla frågor på dagordningen, var och en en gång.');
    }
    await this.database.query(REORDER(id, consultationIds));
    await this.database.query(CHANGED(id, sitting.state));
    this.record(sittingEvents.reordered, id, sitting.teamId);
    return this.view(id);
  }

  async attend(id: string, marks: AttendanceMark[]): Promise<SittingView> {
    const sitting = await this.lock(id);
    const known = await this.database.scope.change(
      ATTEND(
        id,
        sitting.teamId,
        marks.map(({ assignmentId }) => assignmentId),
        marks.map(({ present }) => present),
      ),
    );
    if (known !== marks.length) throw Problem.field('marks', 'Någon av dem är inte med i teamet. Läs in sidan igen.');
    this.record(sittingEvents.attended, id, sitting.teamId);
    return this.view(id);
  }

  async end(id: string, version: number): Promise<SittingView> {
    const sitting = await this.lock(id, version);
    const onAgenda = await this.database.query<{ state: string }>(ON_AGENDA(id));
    if (onAgenda.some(({ state }) => state !== 'CONCLUDED')) {
      throw new Problem(
        'state-conflict',
        'Besvara varje fråga, eller ta bort den från mötet, innan du avslutar mötet.',
      );
    }
    await this.database.query(CHANGED(id, 'ENDED'));
    this.record(sittingEvents.ended, id, sitting.teamId);
    return this.view(id);
  }

  private async lock(id: string, version?: number): Promise<LockedSitting> {
    const [sitting] = await this.database.query<LockedSitting>(LOCK(id));
    if (!sitting) throw Problem.notFound();
    if (version !== undefined && sitting.version !== version) throw staleVersion(sitting.version);
    if (sitting.state !== 'PLANNED') throw new Problem('state-conflict', 'Mötet är avslutat och går inte att ändra.');
    return sitting;
  }

  private async teamFor(teamId: string | undefined): Promise<string> {
    const teams = await this.database.query<{ id: string }>(TEAMS());
    const team = teamId ? teams.find(({ id }) => id === teamId) : teams.length === 1 ? teams[0] : undefined;
    if (!team) throw Problem.field('teamId', 'Välj vilket team mötet gäller.');
    return team.id;
  }

  private async view(id: string): Promise<SittingView> {
    const [row] = await this.database.query<{ view: SittingView }>(READ(id));
    if (!row) throw Problem.notFound();
    return row.view;
  }

  private record(kind: EventKind, id: string, team: string): void {
    this.log.record(kind, { subject: `sitting:${id}`, facts: { team } });
  }
}

function timeTaken(): Problem {
  const message = 'Teamet har redan ett möte som börjar då. Välj en annan tid.';
  return new Problem('already-there', message, { errors: [{ field: 'startsAt', message }] });
}
