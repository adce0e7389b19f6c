import fc from 'fast-check';
import { eventKind, Log } from '../libs/audit/index.ts';
import { addDays, Clock, Database, localDate } from '../libs/platform/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Casework } from './support/casework.ts';
import { made, type Row } from './support/answer.ts';
import {
  DisclosureModel,
  WORLD_CATEGORIES,
  WORLD_PEOPLE,
  WORLD_UNITS,
  type Happening,
  type WorldPerson,
  type WorldUnit,
} from './support/disclosure-model.ts';
import { gateOf, type TestUser } from './support/user.ts';
import { World } from './support/world.ts';

const looked = eventKind({ type: 'spec.looked-as-a-party', activity: 'Läsa' });

/** Every table of which a party's staff may read some column, and those columns. */
const READABLE = `select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
    and has_column_privilege('samordna_requester', c.oid, a.attnum, 'select') group by c.relname order by c.relname`;

const parties = fc.constantFrom(...WORLD_UNITS.slice(0, 3));
const someUnits = fc.subarray(WORLD_UNITS.slice(0, 3), { minLength: 1 });
const oneOrMore = fc.oneof({ weight: 3, arbitrary: fc.tuple(parties) }, { weight: 1, arbitrary: someUnits });
const answer = (who: fc.Arbitrary<WorldPerson>, yes: fc.Arbitrary<boolean>): fc.Arbitrary<Happening> =>
  fc.record({
    kind: fc.constant('answer'),
    who,
    plan: fc.boolean(),
    yes,
    units: someUnits,
    categories: fc.subarray([...WORLD_CATEGORIES], { minLength: 1 }),
    days: fc.integer({ min: 0, max: 60 }),
  });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: answer(fc.constantFrom(...WORLD_PEOPLE), fc.constant(true)) },
  { weight: 2, arbitrary: answer(fc.constantFrom(...WORLD_PEOPLE), fc.constant(false)) },
  { weight: 3, arbitrary: fc.constant({ kind: 'all-agree' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw'), which: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('except'), who: fc.constantFrom('first', 'second') }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end-exception' }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ground'), unit: parties }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end-ground' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join'), unit: parties }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave'), unit: parties }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'renew' }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'rewrite' }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('hand-out'), units: oneOrMore }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days-pass'), days: fc.integer({ min: 1, max: 25 }) }) },
);
const RUNS = 20;
/** How every world begins: with something that both parties may read, whatever happens after. */
const begun: Happening[] = [{ kind: 'all-agree' }, { kind: 'hand-out', units: ['social', 'bup'] }];

/** One case of a child of 17 in a random world: each happening is done over HTTP and in the model. */
class RandomWorld {
  private changes = 0;
  private constructor(
    private readonly work: Casework,
    readonly caseId: string,
    readonly childId: string,
    private readonly people: Record<WorldPerson, object>,
    private readonly units: Record<WorldUnit, string>,
    readonly model: DisclosureModel,
    private readonly setToday: (day: string) => void,
  ) {}

  static async begin(work: Casework, toBirthday: number, setToday: (day: string) => void): Promise<RandomWorld> {
    const today = '2026-11-22';
    setToday(today);
    const birthday18 = addDays(today, toBirthday);
    const birthDate = `${Number(birthday18.slice(0, 4)) - 18}${birthday18.slice(4)}`;
    const identity = `R${Math.random().toString(36).slice(2).padEnd(11, '0').slice(0, 11).toUpperCase()}`;
    const child = await work.child({ identityKind: 'RESERVNUMMER', identity, birthDate }, 0);
    const [first, second] = [await work.guardian(child.id), await work.guardian(child.id)];
    const { id } = await work.consentPending({ childId: child.id, need: 'Behov 0' });
    const people = {
      CHILD: { consenter: 'CHILD' },
      first: { consenter: 'GUARDIAN', guardianId: first.id },
      second: { consenter: 'GUARDIAN', guardianId: second.id },
    };
    const units = { ...work.units, clinic: await work.world.unit('clinic') };
    return new RandomWorld(work, id, child.id, people, units, new DisclosureModel(today, birthday18), setToday);
  }

  async happens(event: Happening): Promise<void> {
    const { model } = this;
    switch (event.kind) {
      case 'answer':
        return this.answers(event);
      case 'all-agree':
        return this.allAgree();
      case 'withdraw': {
        const standing = model.answers.flatMap((yes, i) => (yes ? [i] : []));
        if (standing.length === 0) return;
        const which = standing[event.which % standing.length]!;
        const { consents } = (await this.read('/consents')) as Row & { consents: Row[] };
        // The latest stands first.
        await this.does(`/consents/${consents.at(-1 - which)!.id}/withdrawal`, { by: 'Någon' });
        return model.withdraw(which);
      }
      case 'except':
        if (model.excepted || model.adult) return;
        await this.does(`/cases/${this.caseId}/consent-exceptions`, {
          ...this.people[event.who],
          consenter: undefined,
          kind: 'OTHER_GUARDIAN_PREVENTED',
          decidedOn: model.today,
          reason: 'Går inte att nå.',
        });
        return model.except(event.who);
      case 'end-exception': {
        if (!model.excepted) return;
        const { exceptions } = (await this.read('/consents')) as Row & { exceptions: Row[] };
        await this.does(`/consent-exceptions/${exceptions.at(-1)!.id}/end`);
        return model.except(null);
      }
      case 'ground': {
        if (model.ground || !model.parties.has(event.unit)) return;
        const by = {
          ground: 'LEGAL_DUTY',
          categories: ['IDENTITY'],
          decidedOn: model.today,
          decidedBy: 'Eva',
          note: 'Lag.',
        };
        await this.does(`/cases/${this.caseId}/disclosure-grounds`, { ...by, unitId: this.units[event.unit] });
        model.ground = { unit: event.unit, from: model.today };
        return;
      }
      case 'end-ground': {
        if (!model.ground) return;
        const { grounds } = (await this.read('/consents')) as Row & { grounds: Row[] };
        await this.does(`/disclosure-grounds/${grounds.at(-1)!.id}/end`);
        model.ground = null;
        return;
      }
      case 'join':
        if (model.parties.has(event.unit)) return;
        await this.does(
          `/cases/${this.caseId}/parties`,
          { unitId: this.units[event.unit] },
          (await this.read()).version,
        );
        return model.join(event.unit);
      case 'leave': {
        if (!model.parties.has(event.unit)) return;
        const sip = (await this.read()) as Row & { parties: { id: string; unit: Row; leftOn?: string }[] };
        const party = sip.parties.find(({ unit, leftOn }) => unit.id === this.units[event.unit] && !leftOn)!;
        await this.does(`/parties/${party.id}/leaving`, { leftOn: model.today, reason: 'Klart.' }, sip.version);
        return model.leave(event.unit);
      }
      case 'renew':
        if (model.state !== 'WITHDRAWN') return;
        await this.does(`/cases/${this.caseId}/consent-renewal`, undefined, (await this.read()).version);
        return model.renew();
      case 'rewrite': {
        model.need = `Behov ${++this.changes}`;
        const { version } = await this.read();
        made(await this.work.coordinator.patch(`/cases/${this.caseId}`, { need: model.need }, version));
        return;
      }
      case 'hand-out':
        return this.handsOut(event.units);
      case 'days-pass':
        model.today = addDays(model.today, event.days);
        return this.setToday(model.today);
    }
  }

  /** Everybody consents to everything, so that a world does not spend its days waiting for that. */
  private async allAgree(): Promise<void> {
    await this.happens({ kind: 'renew' });
    const everything = {
      kind: 'answer',
      yes: true,
      units: [...WORLD_UNITS],
      categories: [...WORLD_CATEGORIES],
      days: 90,
    } as const;
    for (const who of WORLD_PEOPLE) {
      for (const plan of [true, false]) await this.happens({ ...everything, who, plan });
    }
  }

  private async answers({
    who,
    plan,
    yes,
    units,
    categories,
    days,
  }: Extract<Happening, { kind: 'answer' }>): Promise<void> {
    const { model } = this;
    const asked = units.filter((unit) => model.parties.has(unit));
    if ((who !== 'CHILD' && model.adult) || (!plan && asked.length === 0)) return;
    await this.does(`/cases/${this.caseId}/consents`, {
      ...this.people[who],
      purpose: plan ? 'PLAN' : 'DISCLOSURE',
      given: yes,
      form: 'WRITTEN',
      decidedOn: model.today,
      ...(yes && { validTo: addDays(model.today, days) }),
      ...(!plan && { unitIds: asked.map((unit) => this.units[unit]), categories }),
    });
    model.answer(who, plan, yes, asked, categories, days);
  }

  /** All that were chosen get it, or nobody does. */
  private async handsOut(units: readonly WorldUnit[]): Promise<void> {
    const body = { what: 'CASE', units: units.map((unit) => ({ unitId: this.units[unit] })) };
    const { status } = await this.work.coordinator.post(`/cases/${this.caseId}/disclosures`, body);
    const allowed = units.every((unit) => this.model.mayGet(unit));
    expect({ units, status }).toEqual({ units, status: allowed ? 201 : 422 });
    if (allowed) this.model.handOut(units);
  }

  private async does(path: string, body?: object, version?: number): Promise<void> {
    made(await this.work.coordinator.post(path, body, version));
  }

  private async read(part = ''): Promise<Row> {
    return made(await this.work.coordinator.get(`/cases/${this.caseId}${part}`));
  }
}

describe('in a random world of consents, withdrawals, exceptions, joins, departures and birthdays', () => {
  let test: TestApp;
  let work: Casework;
  let staff: Record<WorldUnit, TestUser>;
  let tables: { name: string; columns: string }[];

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
    const [school, clinic] = await Promise.all([
      work.world.user('REQUESTER', 'school'),
      work.world.user('REQUESTER', 'clinic'),
    ]);
    staff = { ...work.staff, school, clinic };
    tables = (await test.owner.query(READABLE)).rows;
  });
  afterAll(() => test.close());

  const setToday = (day: string) =>
    void jest.spyOn(test.app.get(Clock), 'now').mockImplementation(() => new Date(`${day}T10:00:00Z`));

  const overHttp = async (user: TestUser, caseId: string): Promise<{ texts: string[]; endedOn?: string }> => {
    const { status, body } = await user.get(`/received-cases/${caseId}`);
    if (status === 404) return { texts: [] };
    const { copies, endedAt } = body as { copies: { sections: { paragraphs: string[] }[] }[]; endedAt?: string };
    return {
      texts: copies.map(({ sections }) => sections[0]!.paragraphs[0]!),
      ...(endedAt !== undefined && { endedOn: localDate(new Date(endedAt)) }),
    };
  };
  /** In which tables, and how often, a party's staff can see a row that has to do with the case or the child. */
  const overSql = (user: TestUser, ids: string[]): Promise<Record<string, number>> =>
    test.app.get(Database).as(gateOf(user), async (scope) => {
      test.app.get(Log).record(looked);
      const seen: Record<string, number> = {};
      for (const { name, columns } of tables) {
        const text = `select count(*)::int as rows from (select row(${columns})::text as row from ${name}) r where row like any ($1)`;
        const [found] = await scope.query<{ rows: number }>({ text, values: [ids.map((id) => `%${id}%`)] });
        if (found!.rows > 0) seen[name] = found!.rows;
      }
      return seen;
    });

  it('no party reads what was not disclosed to it, by HTTP and by SQL alike', async () => {
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['disclosure', 'data_key', 'unit']));
    let copies = 0;
    const worlds = fc.tuple(fc.integer({ min: 5, max: 120 }), fc.array(happening, { minLength: 10, maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(worlds, async ([toBirthday, happenings]) => {
        const world = await RandomWorld.begin(work, toBirthday, setToday);
        for (const one of [...begun, ...happenings]) await world.happens(one);
        for (const unit of WORLD_UNITS) {
          const expected = world.model.copies[unit];
          copies += expected.length;
          const endedOn = world.model.endOf(unit);
          const read = { texts: expected, ...(endedOn && { endedOn }) };
          expect({ unit, read: await overHttp(staff[unit], world.caseId) }).toEqual({ unit, read });
          const rows = {
            ...(expected.length > 0 && { disclosure: expected.length }),
            ...(world.model.ended[unit] && { disclosure_end: 1 }),
          };
          expect({ unit, rows: await overSql(staff[unit], [world.caseId, world.childId]) }).toEqual({ unit, rows });
        }
      }),
      { numRuns: RUNS },
    );
    // More than every world begins with.
    expect(copies).toBeGreaterThan(RUNS * 2);
  });
});
