import fc from 'fast-check';
import { REQUEST_STATES, type RequestState } from '../libs/consultations/request-state.rules.ts';
import { eventKind, Log } from '../libs/audit/index.ts';
import type { Role } from '../libs/directory/index.ts';
import { Database, newId, referenceOf, SubjectKeys } from '../libs/platform/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { gateOf, type TestUser } from './support/user.ts';
import { World } from './support/world.ts';

const looked = eventKind({ type: 'spec.looked-around', activity: 'Läsa' });

/** Somebody, with what the rules say of them. */
interface Person {
  role: Role;
  area: string;
  unit: string;
  team: string | null;
  assignment: string;
  user: TestUser;
}

/** A request as the model knows it. */
interface Asked {
  id: string;
  area: string;
  unit: string;
  author: string;
  team: string | null;
  state: RequestState;
}

const TEAM_SEES: readonly RequestState[] = [
  'SCHEDULED',
  'HELD',
  'CONCLUDED',
  'FEEDBACK_DUE',
  'FEEDBACK_DONE',
  'CLOSED',
];

/** The rule in one place, as one would say it to a coordinator. */
function sees({ role, area, unit, team, assignment }: Person, asked: Asked): boolean {
  switch (role) {
    case 'REQUESTER':
      return asked.unit === unit && (asked.state !== 'DRAFT' || asked.author === assignment);
    case 'SIP_COORDINATOR':
      return asked.area === area && asked.state !== 'DRAFT';
    case 'TEAM_MEMBER':
      return asked.team === team && TEAM_SEES.includes(asked.state);
    default:
      return false;
  }
}

describe('who sees which questions', () => {
  let test: TestApp;
  const people: Person[] = [];

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    for (const name of ['Almby', 'Bergby']) await settle(await World.create(test, name));
  });
  afterAll(() => test.close());

  async function settle(world: World): Promise<void> {
    const places: [Role, string][] = [
      ['REQUESTER', 'school'],
      ['REQUESTER', 'school'],
      ['REQUESTER', 'social'],
      ['SIP_COORDINATOR', 'office'],
      ['TEAM_MEMBER', 'bup'],
      ['MANAGER', 'school'],
      ['LOG_REVIEWER', 'office'],
      ['AREA_ADMINISTRATOR', 'school'],
    ];
    for (const [role, unit] of places) {
      const user = await world.user(role, unit);
      const { acting } = (await user.get('/session')).body as { acting: { id: string; unit: { id: string } } };
      const team = role === 'TEAM_MEMBER' ? world.team : null;
      people.push({ role, area: world.area, unit: acting.unit.id, team, assignment: acting.id, user });
    }
  }

  const requesters = () => people.filter(({ role }) => role === 'REQUESTER');
  const teams = () => [...new Set(people.flatMap(({ team }) => team ?? []))];

  /** Puts a question there as the owner, in any state, as if it had gone the way there. */
  async function place({ author, state }: { author: number; state: RequestState }): Promise<Asked> {
    const { area, unit, assignment } = requesters()[author % requesters().length]!;
    const [id, key] = [newId(), newId()];
    const ofArea = people.find((each) => each.team && each.area === area)!.team;
    const team = [...TEAM_SEES, 'ACCEPTED'].includes(state) ? ofArea : null;
    const { wrapped } = test.app.get(SubjectKeys).new(key);
    await test.owner.query(
      `with key as (insert into data_key (id, area_id, wrapped) values ($2, $3, $4))
       insert into consultation_request (id, key_id, area_id, reference, unit_id, author_id, state, team_id, submitted_at)
       values ($1, $2, $3, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        key,
        area,
        wrapped,
        referenceOf('K', id),
        unit,
        assignment,
        state,
        team,
        state === 'DRAFT' ? null : new Date(),
      ],
    );
    return { id, area, unit, author: assignment, team, state };
  }

  /** What their role sees when it asks the table itself. */
  async function bySql(person: Person): Promise<string[]> {
    if (!['REQUESTER', 'SIP_COORDINATOR', 'TEAM_MEMBER'].includes(person.role)) return [];
    return test.app.get(Database).as(gateOf(person.user), async (scope) => {
      test.app.get(Log).record(looked);
      const rows = await scope.query<{ id: string }>({ text: 'select id from consultation_request' });
      return rows.map(({ id }) => id);
    });
  }

  async function byList({ user }: Person): Promise<string[]> {
    const { status, body } = await user.get('/consultation-requests?list=ALL&limit=100');
    return status === 403 ? [] : (body as { requests: { id: string }[] }).requests.map(({ id }) => id);
  }

  async function byReading({ user }: Person, asked: Asked[]): Promise<string[]> {
    const answers = await Promise.all(asked.map(({ id }) => user.get(`/consultation-requests/${id}`)));
    return asked.filter((_, i) => answers[i]!.status === 200).map(({ id }) => id);
  }

  const question = fc.record({ author: fc.nat(5), state: fc.constantFrom(...REQUEST_STATES) });

  it('is the same by the rule, by SQL in their role, in their list and by reading each', async () => {
    expect(teams()).toHaveLength(2);
    const all: Asked[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 8 }), async (questions) => {
        const asked = await Promise.all(questions.map(place));
        all.push(...asked);
        const ids = new Set(asked.map(({ id }) => id));
        const among = (found: string[]) => found.filter((id) => ids.has(id)).toSorted();
        for (const person of people) {
          const right = among(asked.filter((each) => sees(person, each)).map(({ id }) => id));
          const seen = { sql: among(await bySql(person)), reading: among(await byReading(person, asked)) };
          expect(seen).toEqual({ sql: right, reading: right });
          if (person.role !== 'TEAM_MEMBER') expect(among(await byList(person))).toEqual(right);
        }
      }),
      { numRuns: 10, examples: [[REQUEST_STATES.map((state, author) => ({ author, state }))]] },
    );
    expect(new Set(all.map(({ state }) => state)).size).toBe(REQUEST_STATES.length);
  });
});
