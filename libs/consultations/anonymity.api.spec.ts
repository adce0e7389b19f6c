import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { ADVICE, Consulting } from '../../test/support/consultations.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const REQUESTS = '/consultation-requests';

/** A free text that must not tell who the child is: where it is sent, and under which field. */
interface Writing {
  user: TestUser;
  method: 'post' | 'patch' | 'put';
  path: string;
  version?: number;
  field: string;
  /** What is sent beside it. */
  rest?: object;
}

describe('text that tells who the child is', () => {
  let test: TestApp;
  let people: Consulting;
  let writings: Writing[];

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    people = await Consulting.in(await World.create(test));
    await people.world.block('björkängsskolan', 'kim lund');
    const { requester, coordinator, team } = people;
    const [draft, submitted, accepted] = [await people.draft(), await people.submitted(), await people.accepted()];
    const held = await people.held((await people.sitting()).id);
    writings = [
      { user: requester, method: 'post', path: REQUESTS, field: 'question' },
      { user: requester, method: 'post', path: REQUESTS, field: 'tried' },
      { user: requester, method: 'patch', path: `${REQUESTS}/${draft.id}`, version: draft.version, field: 'question' },
      { user: requester, method: 'patch', path: `${REQUESTS}/${draft.id}`, version: draft.version, field: 'tried' },
      {
        user: requester,
        method: 'post',
        path: `${REQUESTS}/${submitted.id}/withdrawal`,
        version: submitted.version,
        field: 'reason',
      },
      {
        user: coordinator,
        method: 'post',
        path: `${REQUESTS}/${submitted.id}/return`,
        version: submitted.version,
        field: 'question',
      },
      {
        user: coordinator,
        method: 'post',
        path: `${REQUESTS}/${submitted.id}/redirection`,
        version: submitted.version,
        field: 'reason',
        rest: { to: 'SIP' },
      },
      {
        user: coordinator,
        method: 'put',
        path: `${REQUESTS}/${accepted.id}/preparation`,
        version: 0,
        field: 'note',
        rest: { checks: [] },
      },
      {
        user: team,
        method: 'patch',
        path: `/consultations/${held.id}`,
        version: held.version,
        field: 'advice',
        rest: { outcomes: [] },
      },
      {
        user: team,
        method: 'post',
        path: `/consultations/${held.id}/conclusion`,
        version: held.version,
        field: 'advice',
        rest: { outcomes: ADVICE.outcomes },
      },
    ];
  });
  afterAll(() => test.close());

  /** Every row there is, but for the log's and the sessions'. */
  async function everything(): Promise<string> {
    const { rows: tables } = await test.owner.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname !~ '^(log_|figure_|session|migration)' order by 1`,
    );
    const contents = await Promise.all(
      tables.map(({ relname }) =>
        test.owner.query(`select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from ${relname} t`),
      ),
    );
    return contents.map(({ rows }) => rows[0].text).join('\n');
  }

  it.each([
    ['Eleven 200709032387 är borta', [{ from: 7, to: 19 }]],
    ['Ring 070-174 06 05', [{ from: 5, to: 18 }]],
    ['Mejla kim@example.se', [{ from: 6, to: 20 }]],
    ['Hon går på Björkängsskolan', [{ from: 11, to: 26 }]],
    ['KIM LUNDS mamma', [{ from: 0, to: 9 }]],
  ])('is refused wherever it can be written, and nothing is stored: %s', async (text, marks) => {
    const before = await everything();
    for (const { user, method, path, version, field, rest } of writings) {
      const { status, body } = await user.ask(method, path, { ...rest, [field]: text }, version);
      expect([path, field, status]).toEqual([path, field, 422]);
      expect(body.errors).toEqual([{ field, message: expect.any(String), marks }]);
      expect(JSON.stringify(body)).not.toContain(text.slice(marks[0]!.from, marks[0]!.to));
    }
    expect(await everything()).toBe(before);
  });

  it('is taken where it tells nothing', async () => {
    const text = 'Sedan 2026-10-01 är eleven borta, 2 av 3 dagar. Mötet var kl 13.00-14.30.';
    for (const { user, method, path, version, field, rest } of writings.slice(0, 3)) {
      made(await user.ask(method, path, { ...rest, [field]: text }, version));
    }
  });

  it('is refused by the list of the own area only', async () => {
    const elsewhere = await Consulting.in(await World.create(test, 'Björkby'));
    made(await elsewhere.requester.post(REQUESTS, { question: 'Hon går på Björkängsskolan' }));
  });

  it('is refused when it is sent in too, should a name have come on the list since it was written', async () => {
    const { id, version } = await people.draft();
    await people.requester.patch(`${REQUESTS}/${id}`, { tried: 'Samtal med Nyholmsgården' }, version);
    await people.world.block('nyholmsgården');
    const { status, body } = await people.requester.post(
      `${REQUESTS}/${id}/submission`,
      { childAtRisk: false },
      version + 1,
    );
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ field: 'tried', message: expect.any(String), marks: [{ from: 11, to: 24 }] }]);
    expect(made(await people.requester.get(`${REQUESTS}/${id}`))['state']).toBe('DRAFT');
  });

  it('follows the list that the administrator keeps, however it is spelled there', async () => {
    const administrator = await people.world.user('AREA_ADMINISTRATOR');
    const { body } = await administrator.put(
      '/agreement/blocked-names',
      {
        names: [' Östra  Gården', 'östra gården', 'Bo\u0308le'],
      },
      1,
    );
    expect(body).toEqual({ names: ['böle', 'östra gården'], version: 2 });
    expect((await administrator.put('/agreement/blocked-names', { names: [] }, 1)).status).toBe(412);
    for (const question of ['Nära östra gårdens ingång', 'Bor i Böle']) {
      expect((await people.requester.post(REQUESTS, { question })).status).toBe(422);
    }
    made(await people.requester.post(REQUESTS, { question: 'Hon går på Björkängsskolan' }));
  });
});
