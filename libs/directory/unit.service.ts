import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, newId, Problem, sql, staleVersion } from '../platform/index.ts';
import { ASSIGNMENT_RUNS } from './role.ts';
import { unitEvents } from './directory.events.ts';
import { alreadyThere, PRINCIPAL_JSON, PrincipalService } from './principal.service.ts';
import type { NewUnit, UnitChange, UnitList, UnitView, UnitWork } from './unit.dto.ts';

const VIEW = `json_strip_nulls(json_build_object('id', u.id, 'name', u.name, 'serviceType', u.service_type,
  'principal', ${PRINCIPAL_JSON}, 'closedAt', u.closed_at, 'version', u.version,
  'people', (select count(distinct a.person_id) from assignment a
              where a.unit_id = u.id and ${ASSIGNMENT_RUNS})))`;

const LIST = sql(
  'unit.list',
  `select json_build_object(
     'units', (select coalesce(json_agg(${VIEW} order by u.name collate "sv-x-icu", u.id), '[]')
                 from unit u join principal p on p.id = u.principal_id where u.area_id = app_area()),
     'principals', (select coalesce(json_agg(${PRINCIPAL_JSON} order by p.name collate "sv-x-icu", p.id), '[]')
                      from principal p where p.area_id = app_area()),
     'teams', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name collate "sv-x-icu", t.id), '[]')
                 from team t where t.area_id = app_area())) as list`,
);
const READ = sql(
  'unit.read',
  `select ${VIEW} as view from unit u join principal p on p.id = u.principal_id where u.area_id = app_area() and u.id = $1`,
);
const ADD = sql(
  'unit.add',
  `insert into unit (id, area_id, principal_id, name, service_type) values ($1, app_area(), $2, $3, $4)`,
);
const LOCK = sql('unit.lock', `select version from unit where area_id = app_area() and id = $1 for update`);
const SAME_NAME = sql(
  'unit.same-name',
  `select 1 from unit where area_id = app_area() and closed_at is null and lower(name) = lower($1) and id <> $2`,
);
const CHANGE = sql(
  'unit.change',
  `update unit set version = version + 1, name = coalesce($2, name),
          closed_at = case when $3::boolean then coalesce(closed_at, now()) when not $3::boolean then null else closed_at end
    where id = $1`,
);
const WORK = sql('unit.work', `select w.* from unit u, unit_work(u.id) w where u.area_id = app_area() and u.id = $1`);
const OPEN = sql('unit.open', `select closed_at is null as open from unit where area_id = app_area() and id = $1`);

/** The area's units and their principals. */
@Injectable()
export class UnitService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly principals: PrincipalService,
  ) {}

  async list(): Promise<UnitList> {
    this.log.record(unitEvents.listed);
    const [row] = await this.database.query<{ list: UnitList }>(LIST());
    return row!.list;
  }

  async make(unit: NewUnit): Promise<UnitView> {
    const id = newId();
    await this.mustBeAlone(unit.name, id);
    await this.database.query(ADD(id, await this.principals.of(unit), unit.name.trim(), unit.serviceType));
    this.log.record(unitEvents.made, { subject: `unit:${id}` });
    return this.view(id);
  }

  async change(id: string, version: number, { name, closed }: UnitChange): Promise<UnitView> {
    const [unit] = await this.database.query<{ version: number }>(LOCK(id));
    if (!unit) throw Problem.notFound();
    if (unit.version !== version) throw staleVersion(unit.version);
    if (name !== undefined) await this.mustBeAlone(name, id);
    await this.database.query(CHANGE(id, name?.trim(), closed));
    this.log.record(unitEvents.changed, { subject: `unit:${id}`, ...(closed !== undefined && { facts: { closed } }) });
    return this.view(id);
  }

  /** What a unit holds, to be told before it is closed. */
  async work(id: string): Promise<UnitWork> {
    const [work] = await this.database.query<UnitWork>(WORK(id));
    if (!work) throw Problem.notFound();
    this.log.record(unitEvents.workRead, { subject: `unit:${id}` });
    return work;
  }

  /** Throws the fault of the field unless the unit is the area's own and open. For other services, inside their own access. */
  async mustBeOpen(id: string, field: string): Promise<void> {
    const [unit] = await this.database.query<{ open: boolean }>(OPEN(id));
    if (!unit) throw Problem.field(field, 'Välj en enhet i listan.');
    if (!unit.open) throw Problem.field(field, 'Enheten är stängd. Välj en annan.');
  }

  /** Two open units of one name could not be told apart in a list. */
  private async mustBeAlone(name: string, id: string): Promise<void> {
    if (!name.trim()) throw Problem.field('name', 'Skriv enhetens namn.');
    const [same] = await this.database.query(SAME_NAME(name.trim(), id));
    if (same) throw alreadyThere('name', 'En enhet med det namnet finns redan. Skriv ett annat namn.');
  }

  private async view(id: string): Promise<UnitView> {
    const [row] = await this.database.query<{ view: UnitView }>(READ(id));
    return row!.view;
  }
}
