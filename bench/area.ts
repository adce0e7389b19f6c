import { hashSync } from '@node-rs/argon2';
import type pg from 'pg';
import { DEFAULT_AGREEMENT } from '../libs/directory/agreement.default.ts';
import { newId } from '../libs/platform/id.ts';

const PASSWORD = 'bench-losenord';

/** The year whose figures are read: every size of history has held consultations in it. */
export const YEAR = 2019;

/** Who signs in as the coordinator of the unit with few cases, and of the one with many. */
export const QUIET = 'quiet';
export const BUSY = 'busy';

/** Units that case after case is spread over, and those that take part in them. */
const HOLDERS = 200;
const PARTIES = 12;

/** A unit that holds cases, and its coordinator's assignment. */
export interface Holder {
  unit: string;
  coordinator: string;
}

/** The one area that everything is measured in, and the people who ask. */
export interface Area {
  id: string;
  team: string;
  unit: string;
  /** The unit with 250 open cases, and the one with 60,000. */
  quiet: Holder;
  busy: Holder;
  /** What the rest is spread over. */
  holders: Holder[];
  parties: string[];
  requester: string;
  coordinator: string;
  member: string;
  manager: string;
  metric: string;
}

/** Writes the area, its agreement, its units, the team, one person for each role, 200 blocked names, and a plan with one metric. */
export async function writeArea(owner: pg.Pool): Promise<Area> {
  const area = { id: newId(), team: newId(), unit: newId(), metric: newId() };
  const principal = newId();
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${i + 1}`);
    return owner.query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  };
  const own = { area_id: area.id };
  await insert('area', { id: area.id, name: 'Mätområdet', slug: 'bench', municipality_code: '0000' });
  await insert('agreement', { ...own, version: 1, valid_from: '2015-01-01', content: DEFAULT_AGREEMENT });
  await owner.query(`insert into blocked_name (area_id, name) select $1, 'namn' || n from generate_series(1, 200) n`, [
    area.id,
  ]);
  await insert('principal', { ...own, id: principal, name: 'Kommunen', kind: 'MUNICIPALITY' });
  const unit = async (name: string): Promise<string> => {
    const id = newId();
    await insert('unit', { ...own, id, principal_id: principal, name, service_type: 'SCHOOL' });
    return id;
  };
  await insert('unit', { ...own, id: area.unit, principal_id: principal, name: 'Skolan', service_type: 'SCHOOL' });
  await insert('team', { ...own, id: area.team, name: 'Teamet', rhythm: 'Varje vecka' });

  const password_hash = hashSync(PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  const person = async (role: string, username = role.toLowerCase(), unit_id = area.unit): Promise<string> => {
    const id = newId();
    const assignment = newId();
    const team_id = role === 'TEAM_MEMBER' ? area.team : null;
    await insert('person', { ...own, id, username, name: role, password_hash });
    await insert('assignment', { ...own, id: assignment, person_id: id, unit_id, team_id, role });
    return assignment;
  };
  const holder = async (username: string): Promise<Holder> => {
    const held = await unit(username);
    return { unit: held, coordinator: await person('SIP_COORDINATOR', username, held) };
  };
  const several = <Made>(many: number, make: (number: number) => Promise<Made>) =>
    Promise.all(Array.from({ length: many }, (_, i) => make(i + 1)));
  const people = {
    requester: await person('REQUESTER'),
    coordinator: await person('SIP_COORDINATOR'),
    member: await person('TEAM_MEMBER'),
    manager: await person('MANAGER'),
    quiet: await holder(QUIET),
    busy: await holder(BUSY),
    holders: await several(HOLDERS, (number) => holder(`holder-${number}`)),
    parties: await several(PARTIES, (number) => unit(`party-${number}`)),
  };

  const [plan, focus, objective] = [newId(), newId(), newId()];
  await insert('action_plan', { ...own, id: plan, body: 'NOSAM', year: YEAR, name: 'Handlingsplan' });
  await insert('focus_area', { ...own, id: focus, plan_id: plan, position: 1, name: 'Rätt hjälp' });
  const text = 'Flera professioners syn på en fråga.';
  await insert('objective', {
    ...own,
    id: objective,
    focus_area_id: focus,
    position: 1,
    name: 'Konsultationsteam',
    text,
  });
  const definition = 'consultations-by-theme';
  await insert('metric', {
    ...own,
    id: area.metric,
    objective_id: objective,
    position: 1,
    name: 'Vad det handlat om',
    definition,
  });
  return { ...area, ...people };
}

/** Signs somebody in at a server; answers the cookie. */
export async function signIn(origin: string, username: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}
