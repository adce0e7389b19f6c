import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, newId, Problem, sql, staleVersion } from '../platform/index.ts';
import { principalEvents } from './directory.events.ts';
import type { PrincipalChange, PrincipalView } from './principal.dto.ts';
import type { NewUnit } from './unit.dto.ts';

/** The principal `p` as it is shown, in SQL. */
export const PRINCIPAL_JSON = `json_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'version', p.version)`;

const ALL = sql(
  'principal.all',
  `select id, lower(name) = lower($1) as "sameName" from principal where area_id = app_area()`,
);
const ADD = sql('principal.add', `insert into principal (id, area_id, name, kind) values ($1, app_area(), $2, $3)`);
const LOCK = sql('principal.lock', `select version from principal where area_id = app_area() and id = $1 for update`);
const RENAME = sql('principal.rename', `update principal set version = version + 1, name = $2 where id = $1`);
const READ = sql('principal.read', `select ${PRINCIPAL_JSON} as view from principal p where p.id = $1`);

/** The municipalities and regions that the area's units belong to. They are added with a unit. */
@Injectable()
export class PrincipalService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Lists and plans that are being written show the new name at once; confirmed plans keep the name that they have. */
  async change(id: string, version: number, { name }: PrincipalChange): Promise<PrincipalView> {
    const [principal] = await this.database.query<{ version: number }>(LOCK(id));
    if (!principal) throw Problem.notFound();
    if (principal.version !== version) throw staleVersion(principal.version);
    if (!name.trim()) throw Problem.field('name', 'Skriv huvudmannens namn.');
    const others = (await this.known(name)).filter((other) => other.id !== id);
    if (others.some(({ sameName }) => sameName))
      throw alreadyThere('name', 'En huvudman med det namnet finns redan. Skriv ett annat namn.');
    await this.database.query(RENAME(id, name.trim()));
    this.log.record(principalEvents.changed, { subject: `principal:${id}` });
    const [row] = await this.database.query<{ view: PrincipalView }>(READ(id));
    return row!.view;
  }

  /** The principal of a new unit: one that is there, or the new one, which is added. Inside the access that adds the unit. */
  async of({ principalId, principalName, principalKind }: NewUnit): Promise<string> {
    if (principalId && principalName)
      throw Problem.field('principalId', 'Välj en huvudman eller skriv en ny, inte båda.');
    if (!principalId && !principalName) throw Problem.field('principalId', 'Välj en huvudman, eller skriv en ny.');
    const principals = await this.known(principalName);
    if (principalId) {
      if (!principals.some(({ id }) => id === principalId))
        throw Problem.field('principalId', 'Välj en huvudman i listan.');
      return principalId;
    }
    if (!principalKind) throw Problem.field('principalKind', 'Välj om huvudmannen är en kommun eller en region.');
    if (principals.some(({ sameName }) => sameName))
      throw alreadyThere('principalName', 'Huvudmannen finns redan. Välj den i listan.');
    const id = newId();
    await this.database.query(ADD(id, principalName!.trim(), principalKind));
    return id;
  }

  private known(name: string | undefined): Promise<{ id: string; sameName: boolean }[]> {
    return this.database.query(ALL(name?.trim()));
  }
}

export function alreadyThere(field: string, message: string): Problem {
  return new Problem('already-there', message, { errors: [{ field, message }] });
}
