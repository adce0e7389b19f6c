import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { DEFAULT_AGREEMENT, type Role } from '../../../libs/directory/index.ts';
import { newId } from '../../../libs/platform/index.ts';

/** Everybody in the demo signs in with this. */
export const DEMO_PASSWORD = 'samordna-demo';

export const DEMO_AREA = { id: '0191d000-0000-7000-8000-000000000001', slug: 'almby', name: 'Närområde Almby' };

const PRINCIPALS = {
  town: { name: 'Almby kommun', kind: 'MUNICIPALITY' },
  region: { name: 'Region Sjölanda', kind: 'REGION' },
} as const;

const UNITS = {
  school: { principal: 'town', name: 'Elevhälsan, Björkängsskolan', service: 'PUPIL_HEALTH' },
  preschool: { principal: 'town', name: 'Förskolan Kotten', service: 'PRESCHOOL' },
  social: { principal: 'town', name: 'Socialtjänsten barn och unga', service: 'SOCIAL_SERVICES' },
  bup: { principal: 'region', name: 'BUP Almby', service: 'CHILD_PSYCHIATRY' },
  clinic: { principal: 'region', name: 'Vårdcentralen Linden', service: 'PRIMARY_CARE' },
  office: { principal: 'town', name: 'Samverkanskansliet', service: 'OTHER_SERVICE' },
} as const;

/** The demo's people: invented, each with one or more assignments. */
export const DEMO_PEOPLE = [
  { username: 'sara.lind', name: 'Sara Lind', assignments: [['REQUESTER', 'school']] },
  {
    username: 'amir.nouri',
    name: 'Amir Nouri',
    assignments: [
      ['REQUESTER', 'bup'],
      ['TEAM_MEMBER', 'bup'],
    ],
  },
  { username: 'ida.strand', name: 'Ida Strand', assignments: [['REQUESTER', 'preschool']] },
  { username: 'karin.berg', name: 'Karin Berg', assignments: [['SIP_COORDINATOR', 'office']] },
  { username: 'elin.dahl', name: 'Elin Dahl', assignments: [['SIP_COORDINATOR', 'office']] },
  { username: 'jonas.vik', name: 'Jonas Vik', assignments: [['REQUESTER', 'social']] },
  { username: 'fatima.zand', name: 'Fatima Zand', assignments: [['REQUESTER', 'clinic']] },
  { username: 'omar.haddad', name: 'Omar Haddad', assignments: [['TEAM_MEMBER', 'clinic']] },
  { username: 'eva.holm', name: 'Eva Holm', assignments: [['TEAM_MEMBER', 'social']] },
  { username: 'lena.falk', name: 'Lena Falk', assignments: [['MANAGER', 'office']] },
  { username: 'nils.ask', name: 'Nils Ask', assignments: [['LOG_REVIEWER', 'office']] },
  { username: 'maria.sund', name: 'Maria Sund', assignments: [['AREA_ADMINISTRATOR', 'office']] },
] as const satisfies {
  username: string;
  name: string;
  assignments: readonly (readonly [Role, keyof typeof UNITS])[];
}[];

const BLOCKED_NAMES = ['björkängsskolan', 'kotten', 'elsa', 'liam', 'maja', 'noah'];

/** Writes the demo's area, units, team and people, as the owner of the schema. */
export async function writePeople(owner: DataSource): Promise<void> {
  const area = DEMO_AREA.id;
  await owner.query(`insert into area (id, name, slug, municipality_code) values ($1, $2, $3, '0000')`, [
    area,
    DEMO_AREA.name,
    DEMO_AREA.slug,
  ]);
  await owner.query(`insert into agreement (area_id, version, valid_from, content) values ($1, 1, '2020-01-01', $2)`, [
    area,
    DEFAULT_AGREEMENT,
  ]);
  await owner.query(`insert into blocked_name (area_id, name) select $1, unnest($2::text[])`, [area, BLOCKED_NAMES]);
  const principals = await writeAll(PRINCIPALS, (id, { name, kind }) =>
    owner.query(`insert into principal (id, area_id, name, kind) values ($1, $2, $3, $4)`, [id, area, name, kind]),
  );
  const units = await writeAll(UNITS, (id, { principal, name, service }) =>
    owner.query(`insert into unit (id, area_id, principal_id, name, service_type) values ($1, $2, $3, $4, $5)`, [
      id,
      area,
      principals[principal],
      name,
      service,
    ]),
  );
  const team = newId();
  await owner.query(
    `insert into team (id, area_id, name, rhythm) values ($1, $2, 'Konsultationsteamet Almby', 'Första torsdagen i månaden')`,
    [team, area],
  );
  const password = await hash(DEMO_PASSWORD);
  for (const { username, name, assignments } of DEMO_PEOPLE) {
    const person = newId();
    await owner.query(`insert into person (id, area_id, username, name, password_hash) values ($1, $2, $3, $4, $5)`, [
      person,
      area,
      username,
      name,
      password,
    ]);
    for (const [role, unit] of assignments) {
      await owner.query(
        `insert into assignment (id, area_id, person_id, unit_id, team_id, role) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), area, person, units[unit], role === 'TEAM_MEMBER' ? team : null, role],
      );
    }
  }
}

async function writeAll<Key extends string, Value>(
  values: Record<Key, Value>,
  write: (id: string, value: Value) => Promise<unknown>,
): Promise<Record<Key, string>> {
  const ids = {} as Record<Key, string>;
  for (const key of Object.keys(values) as Key[]) {
    ids[key] = newId();
    await write(ids[key], values[key]);
  }
  return ids;
}
