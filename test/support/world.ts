import { hashSync } from '@node-rs/argon2';
import { DEFAULT_AGREEMENT, type Role } from '../../libs/directory/index.ts';
import { newId } from '../../libs/platform/index.ts';
import type { TestApp } from './app.ts';
import { TestUser } from './user.ts';

export const PASSWORD = 'test-losenord';
const PASSWORD_HASH = hashSync(PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });

/** Someone's place in the world: `{ role: 'REQUESTER', unit: 'school' }`. */
export interface Place {
  role: Role;
  unit?: string;
}

let people = 0;

/** An area with its own agreement, principals, units, team and people, made as the owner of the schema. */
export class World {
  readonly area = newId();
  readonly team = newId();
  private readonly units = new Map<string, string>();

  private constructor(
    readonly test: TestApp,
    readonly name: string,
  ) {}

  static async create(test: TestApp, name = 'Almby'): Promise<World> {
    const world = new World(test, name);
    const { owner } = test;
    const slug = `a-${world.area.slice(-12)}`;
    await owner.query(`insert into area (id, name, slug, municipality_code) values ($1, $2, $3, '0000')`, [
      world.area,
      name,
      slug,
    ]);
    await owner.query(
      `insert into agreement (area_id, version, valid_from, content) values ($1, 1, '2020-01-01', $2)`,
      [world.area, DEFAULT_AGREEMENT],
    );
    await owner.query(`insert into team (id, area_id, name, rhythm) values ($1, $2, 'Teamet', 'Varje månad')`, [
      world.team,
      world.area,
    ]);
    return world;
  }

  /** The id of a unit, made when it is first named: `school`, `social` … under the municipality, `bup`, `clinic` under the region. */
  async unit(name: string): Promise<string> {
    const known = this.units.get(name);
    if (known) return known;
    const [unit, principal] = [newId(), newId()];
    const region = ['bup', 'clinic'].includes(name);
    this.units.set(name, unit);
    await this.test.owner.query(`insert into principal (id, area_id, name, kind) values ($1, $2, $3, $4)`, [
      principal,
      this.area,
      `Huvudman ${name}`,
      region ? 'REGION' : 'MUNICIPALITY',
    ]);
    await this.test.owner.query(
      `insert into unit (id, area_id, principal_id, name, service_type) values ($1, $2, $3, $4, $5)`,
      [unit, this.area, principal, `Enheten ${name}`, region ? 'CHILD_PSYCHIATRY' : 'SCHOOL'],
    );
    return unit;
  }

  /** Makes a person with the assignments given; answers their user name. */
  async person(...places: Place[]): Promise<string> {
    const person = newId();
    const username = `person.${++people}`;
    await this.test.owner.query(
      `insert into person (id, area_id, username, name, password_hash) values ($1, $2, $3, $4, $5)`,
      [person, this.area, username, `Person ${people}`, PASSWORD_HASH],
    );
    for (const { role, unit = 'school' } of places) {
      await this.test.owner.query(
        `insert into assignment (id, area_id, person_id, unit_id, team_id, role) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), this.area, person, await this.unit(unit), role === 'TEAM_MEMBER' ? this.team : null, role],
      );
    }
    return username;
  }

  /** A new person in one assignment, signed in. */
  async user(role: Role, unit = 'school'): Promise<TestUser> {
    return TestUser.signIn(this.test.app, await this.person({ role, unit }), PASSWORD);
  }

  /** Names that may not stand in anonymised text. */
  async block(...names: string[]): Promise<void> {
    await this.test.owner.query(`insert into blocked_name (area_id, name) select $1, unnest($2::text[])`, [
      this.area,
      names,
    ]);
  }
}
