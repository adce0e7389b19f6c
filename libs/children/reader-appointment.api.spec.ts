import { eventKind, Log } from '../audit/index.ts';
import { Database, newId } from '../platform/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { lockWait } from '../../test/support/lock-wait.ts';
import { gateOf, TestUser } from '../../test/support/user.ts';
import { PASSWORD, World } from '../../test/support/world.ts';

const looked = eventKind({ type: 'spec.reader-appointment', activity: 'Läsa' });

const WHY = { reason: 'Den som kunde öppna uppgifterna har slutat.' };

describe('a protected child that nobody may open', () => {
  let test: TestApp;
  let work: Casework;
  let karin: TestUser;
  let administrator: TestUser;
  let colleague: string;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    const world = await World.create(test);
    work = await Casework.in(world);
    karin = work.coordinator;
    administrator = await world.user('AREA_ADMINISTRATOR', 'office');
    colleague = await actingOf(await world.user('SIP_COORDINATOR', 'office'));
  });
  afterAll(() => test.close());

  const actingOf = async (user: TestUser) => ((await user.get('/session')).body as { acting: Row }).acting.id;
  const list = async (user = administrator) =>
    made(await user.get('/children/without-reader?limit=100'))['children'] as Row[];
  const listed = async ({ id }: Row) => (await list()).find((each) => each.id === id);
  const end = ({ id }: Pick<Row, 'id'>, after = '0 seconds') =>
    test.owner.query('update assignment set ended_at = now() + $2::interval where id = $1', [id, after]);
  const lastEvent = async (subject: string) => {
    const { rows } = await test.owner.query(
      `select e from (select seq, convert_from(entry, 'UTF8')::json as e from log_event) l where e ->> 'subject' = $1 order by seq desc limit 1`,
      [subject],
    );
    return rows[0].e as { type: string; facts: Record<string, unknown> };
  };
  const appoint = (child: Row, assignmentId = colleague, user = administrator) =>
    user.post(`/children/${child.id}/reader-appointment`, { assignmentId, ...WHY });

  /** A protected child with a case, which only one coordinator may open, and that coordinator's assignment. */
  const readAlone = async () => {
    const child = await work.child({ protection: 'SEKRETESSMARKERING' }, 0);
    const sip = await work.registered({ childId: child.id });
    const leaver = await work.world.user('SIP_COORDINATOR', 'office');
    const reader = await actingOf(leaver);
    const path = `/children/${child.id}/named-readers`;
    made(await karin.put(path, { assignmentIds: [await actingOf(karin), reader] }, 1));
    const handover = `/cases/${sip.id}/handover`;
    const { version } = made(await karin.post(handover, { assignmentId: reader }, sip.version));
    made(await leaver.post(`${handover}/acceptance`, undefined, version));
    return { child: made(await leaver.put(path, { assignmentIds: [reader] }, 2)), sip, reader: { id: reader } };
  };
  const unread = async () => {
    const { child, sip, reader } = await readAlone();
    await end(reader);
    return { child, sip };
  };

  it('is announced before the assignment ends, and the assignment goes on', async () => {
    const { child, reader } = await readAlone();
    const { status, body } = await administrator.delete(`/assignments/${reader.id}`);
    expect([status, body]).toEqual([409, expect.objectContaining({ type: '/problem/reader-needed', children: 1 })]);
    expect((body as { detail: string }).detail).toBe(
      'Personen är ensam om att kunna öppna ett barn med skyddade personuppgifter. Be personen först namnge en kollega på barnets sida. Måste uppdraget sluta nu, avsluta ändå och utse genast någon annan under Skyddade barn.',
    );
    expect(await listed(child)).toBeUndefined();
    expect((await administrator.delete(`/assignments/${reader.id}?unreadChildren=LEAVE`)).status).toBe(204);
    expect((await lastEvent(`assignment:${reader.id}`)).facts).toMatchObject({ unreadChildren: 1 });
    expect(await listed(child)).toBeDefined();
  });

  it('is not made by two administrators who end its two readers at the same moment', async () => {
    const { child, reader } = await readAlone();
    await test.owner.query(
      `insert into named_reader (child_id, assignment_id, area_id, unit_id) select child_id, $2, area_id, unit_id from named_reader where child_id = $1`,
      [child.id, await actingOf(await work.world.user('SIP_COORDINATOR', 'office'))],
    );
    const { rows } = await test.owner.query('select assignment_id as id from named_reader where child_id = $1', [
      child.id,
    ]);
    expect(rows).toContainEqual(reader);
    const other = await work.world.user('AREA_ADMINISTRATOR', 'office');
    const answers = await Promise.all([
      administrator.delete(`/assignments/${rows[0].id}`),
      other.delete(`/assignments/${rows[1].id}`),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });

  it('is listed from the moment the last assignment ends, by time alone too', async () => {
    const { child, reader } = await readAlone();
    await end(reader, '1 hour');
    expect(await listed(child)).toBeUndefined();
    await end(reader, '-1 minute');
    expect(await listed(child)).toBeDefined();
  });

  it('shows the administrator ids, the unit and since when, and nothing of who it is', async () => {
    const { child, sip } = await unread();
    const seen = (await listed(child))!;
    expect(seen).toEqual({
      id: child.id,
      unit: { id: await work.world.unit('office'), name: 'Enheten office' },
      since: expect.stringMatching(/Z$/),
      caseReferences: [sip['reference']],
      candidates: expect.arrayContaining([{ assignmentId: colleague, name: expect.stringMatching(/^Person \d+$/) }]),
    });
  });

  it('is shown to the administrator of its own area only, in SQL too', async () => {
    const { child } = await unread();
    const { child: readable } = await readAlone();
    const foreigner = await (await World.create(test, 'Ekby')).user('AREA_ADMINISTRATOR', 'office');
    expect(await list(foreigner)).toEqual([]);
    expect((await appoint(child, colleague, foreigner)).status).toBe(404);
    expect(await asked(foreigner, child, colleague)).toBe(false);
    const seenBy = (user: TestUser, text: string) =>
      test.app.get(Database).as(gateOf(user), (scope) => {
        test.app.get(Log).record(looked);
        return scope.query<{ id: string }>({ text });
      });
    const ids = (await seenBy(administrator, 'select id from child')).map(({ id }) => id);
    expect([ids.includes(child.id), ids.includes(readable.id)]).toEqual([true, false]);
    expect(await seenBy(foreigner, 'select id from child')).toEqual([]);
    for (const closed of [
      'select details from child',
      'select birth_date from child',
      'select details from sip_case',
      'select from guardian',
      'select from reader_appointment',
      `insert into named_reader (child_id, assignment_id) values ('${child.id}', '${colleague}')`,
    ])
      await expect(seenBy(administrator, closed)).rejects.toMatchObject({ code: '42501' });
  });

  it('is opened again by whoever the administrator appoints, who reads why, and is logged as such', async () => {
    const { child, sip } = await unread();
    const reader = await work.world.user('SIP_COORDINATOR', 'office');
    const assignment = await actingOf(reader);
    expect((await appoint(child, assignment)).status).toBe(204);
    const { type, facts } = await lastEvent(`child:${child.id}`);
    expect([type, facts]).toEqual(['child.reader-appointed', { guarded: true, named: [assignment] }]);
    expect(made(await reader.get(`/children/${child.id}`))).toMatchObject({
      version: Number(child.version) + 1,
      readers: expect.arrayContaining([expect.objectContaining({ assignmentId: assignment, named: true })]),
      appointments: [{ name: expect.any(String), appointedAt: expect.stringMatching(/Z$/), ...WHY }],
    });
    expect((await reader.get(`/cases/${sip.id}`)).status).toBe(200);
    expect((await karin.get(`/children/${child.id}`)).status).toBe(404);
    expect(await listed(child)).toBeUndefined();
  });

  it('never opens for the administrator, also not in another assignment', async () => {
    const { child } = await unread();
    const username = await work.world.person(
      { role: 'AREA_ADMINISTRATOR', unit: 'office' },
      { role: 'SIP_COORDINATOR', unit: 'office' },
    );
    const [ruling, working] = await Promise.all([1, 2].map(() => TestUser.signIn(test.app, username, PASSWORD)));
    const { assignments } = (await ruling!.get('/session')).body as { assignments: (Row & { role: string })[] };
    const inRole = (role: string) => ({ assignmentId: assignments.find((each) => each.role === role)!.id });
    await ruling!.patch('/session', inRole('AREA_ADMINISTRATOR'));
    await working!.patch('/session', inRole('SIP_COORDINATOR'));
    const own = inRole('SIP_COORDINATOR').assignmentId;
    expect((await list(ruling)).find(({ id }) => id === child.id)!['candidates']).not.toContainEqual(
      expect.objectContaining({ assignmentId: own }),
    );
    expect((await appoint(child, own, ruling)).status).toBe(422);
    expect(await asked(ruling!, child, own)).toBe(false);
    expect((await appoint(child, colleague, ruling)).status).toBe(204);
    for (const user of [ruling!, working!]) expect((await user.get(`/children/${child.id}`)).status).not.toBe(200);
  });

  it('is opened for a running coordinator of its unit, with a reason, and for nobody else', async () => {
    const { child } = await unread();
    const ended = await actingOf(await work.world.user('SIP_COORDINATOR', 'office'));
    await end({ id: ended });
    const outside = [
      ended,
      newId(),
      await actingOf(await work.world.user('SIP_COORDINATOR', 'social')),
      await actingOf(await work.world.user('REQUESTER', 'office')),
    ];
    for (const other of outside) {
      const { status, body } = await appoint(child, other);
      expect([status, (body as { errors: Row[] }).errors[0]!['field']]).toEqual([422, 'assignmentId']);
      expect(await asked(administrator, child, other)).toBe(false);
    }
    const path = `/children/${child.id}/reader-appointment`;
    const blank = await administrator.post(path, { assignmentId: colleague, reason: ' ' });
    expect([blank.status, (blank.body as { errors: Row[] }).errors[0]!['field']]).toEqual([422, 'reason']);
  });

  it('is appointed to once: not where somebody may open it, not where all may', async () => {
    const { child } = await unread();
    const other = await work.world.user('AREA_ADMINISTRATOR', 'office');
    const taken = Promise.withResolvers<void>();
    const answers = await Promise.all([
      asked(administrator, child, await actingOf(karin), async () => {
        taken.resolve();
        await lockWait(test);
      }),
      taken.promise.then(() => appoint(child, colleague, other)),
    ]);
    expect([answers[0], answers[1].status]).toEqual([true, 404]);
    const { child: readable } = await readAlone();
    for (const closed of [child, readable, await work.child({}, 0)]) {
      expect((await appoint(closed)).status).toBe(404);
      expect(await asked(administrator, closed, colleague)).toBe(false);
    }
    await expect(asked(karin, child, colleague)).rejects.toMatchObject({ code: '42501' });
  });

  /** What the function answers whoever asks the database itself. */
  const asked = (user: TestUser, child: Row, reader: string, then: () => Promise<void> = async () => undefined) =>
    test.app.get(Database).as(gateOf(user), async (scope) => {
      test.app.get(Log).record(looked);
      const values = [child.id, reader, newId(), Buffer.from('')];
      const [row] = await scope.query<{ done: boolean }>({
        text: 'select appoint_reader($1, $2, $3, $4) as done',
        values,
      });
      await then();
      return row!.done;
    });
});
