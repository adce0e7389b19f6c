import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { createTestApp, type TestApp } from './support/app.ts';
import { among } from './support/canaries.ts';
import { Cast } from './support/cast.ts';
import { QUESTION } from './support/consultations.ts';
import { ServerProcess } from './support/server-process.ts';
import { allSealed } from './support/sealed.ts';
import { until } from './support/until.ts';
import type { TestUser } from './support/user.ts';
import { World } from './support/world.ts';

/** What somebody types, each in a field of its own; letters that occur nowhere else. */
const TYPED = {
  question: 'Kanariefraga',
  tried: 'Kanarieprov',
  returned: 'Kanarieretur',
  redirected: 'Kanariehanvisning',
  withdrawn: 'Kanarieaterkallad',
  note: 'Kanarienotis',
  advice: 'Kanarierad',
};

/** What is refused: the Tax Agency's test numbers, contacts, a listed name, a password, and letters in the wrong places. */
const REFUSED = {
  number: '20070903-2387',
  coordinationNumber: '200603792383',
  phone: '0701740605',
  mail: 'kanariebarn@example.se',
  name: 'Kanariebo',
  password: 'kanarielosen',
  username: 'kanarieperson',
  unknownField: 'kanariefalt',
  brokenJson: 'kanariebrott',
  address: 'kanarieadress',
  query: 'kanariesokning',
  header: 'kanarieversion',
  ourFault: 'Kanariefel',
};

const CANARIES = [...Object.values(TYPED), ...Object.values(REFUSED)];

const canariesIn = (text: string): string[] => among(CANARIES, text);

describe('what somebody writes about a child', () => {
  let test: TestApp;
  let cast: Cast;
  let folder: string;
  let server: ServerProcess;
  const sockets: Socket[] = [];
  const frames: string[] = [];
  /** Everything that was answered: `told` to who may read it, `refused` as a problem, and the headers of both. */
  const answers = { told: [] as string[], refused: [] as string[], headers: [] as string[] };

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    const world = await World.create(test);
    cast = await Cast.in(world);
    await world.block(REFUSED.name.toLowerCase());
    folder = await mkdtemp(join(tmpdir(), 'samordna-canary-'));
    server = await ServerProcess.start(test.settings, folder);
    for (const user of Object.values(cast.users)) sockets.push(listen(user));
    await until(() => sockets.every(({ connected }) => connected));
    await walk();
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await server?.kill();
    await test?.close();
    await rm(folder, { recursive: true, force: true });
  });

  function listen({ cookie }: TestUser): Socket {
    const socket = io(server.url, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie },
    });
    socket.io.on('open', () => socket.io.engine.on('packet', ({ data }) => frames.push(String(data))));
    return socket;
  }

  async function ask(
    user: TestUser,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { cookie: user.cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    answers[answer.ok ? 'told' : 'refused'].push(text);
    answers.headers.push(JSON.stringify([...answer.headers]));
    return {
      status: answer.status,
      body: (text ? JSON.parse(text) : {}) as { id: string; version: number; [field: string]: unknown },
    };
  }

  const change = (user: TestUser, path: string, version: number, body?: unknown, method = 'POST') =>
    ask(user, method, path, body, { 'if-match': `"${version}"` });

  /** Takes questions through everything that can be written about them, and tries what is refused. */
  async function walk(): Promise<void> {
    const { REQUESTER: requester, SIP_COORDINATOR: coordinator, TEAM_MEMBER: team } = cast.users;
    const content = { ...QUESTION, question: TYPED.question, tried: TYPED.tried };
    const submitted = async () => {
      const { body } = await ask(requester, 'POST', '/consultation-requests', content, {
        'idempotency-key': `k${Math.random()}`,
      });
      await change(requester, `/consultation-requests/${body.id}/submission`, 1, { childAtRisk: false });
      return `/consultation-requests/${body.id}`;
    };
    const returned = await submitted();
    await change(coordinator, `${returned}/return`, 2, { question: TYPED.returned });
    await change(requester, `${returned}/withdrawal`, 3, { reason: TYPED.withdrawn });
    const redirected = await submitted();
    await change(coordinator, `${redirected}/redirection`, 2, { to: 'SIP', reason: TYPED.redirected });

    const request = await submitted();
    await change(coordinator, `${request}/acceptance`, 2);
    await change(coordinator, `${request}/preparation`, 0, { checks: [], note: TYPED.note }, 'PUT');
    const sitting = await ask(coordinator, 'POST', '/sittings', {
      startsAt: cast.freeTime(),
      minutes: 60,
      place: 'Rum 1',
    });
    await change(coordinator, `${request}/placement`, 3, { sittingId: sitting.body.id, minutes: 20 });
    const { body: agenda } = await ask(team, 'GET', `/sittings/${sitting.body.id}`);
    const consultation = `/consultations/${(agenda['agenda'] as { id: string }[])[0]!.id}`;
    await change(team, `${consultation}/holding`, 1);
    await ask(team, 'GET', consultation);
    const advice = { advice: TYPED.advice, outcomes: ['RECOMMEND_SIP'] };
    await change(team, consultation, 2, advice, 'PATCH');
    await change(team, `${consultation}/conclusion`, 3, advice);
    for (const path of [request, returned, redirected]) await ask(requester, 'GET', path);
    await ask(coordinator, 'GET', `${request}/preparation`);
    await beRefused(requester, team, `${request}`, consultation);
  }

  async function beRefused(requester: TestUser, team: TestUser, request: string, consultation: string): Promise<void> {
    for (const word of [REFUSED.number, REFUSED.coordinationNumber, REFUSED.phone, REFUSED.mail, REFUSED.name]) {
      const question = `Det gäller ${word} hos oss.`;
      const key = { 'idempotency-key': `r${word}` };
      const asked = await ask(requester, 'POST', '/consultation-requests', { question }, key);
      const advised = await change(team, consultation, 4, { advice: question, outcomes: [] }, 'PATCH');
      expect([word, asked.status, advised.status]).toEqual([word, 422, 422]);
    }
    const credentials = { username: REFUSED.username, password: REFUSED.password };
    await ask(requester, 'POST', '/sessions', credentials);
    await ask(requester, 'POST', '/consultation-requests', { finnsInte: REFUSED.unknownField });
    await ask(requester, 'POST', '/consultation-requests', `{"question": "${REFUSED.brokenJson}`);
    await ask(requester, 'GET', `/consultation-requests/${REFUSED.address}`);
    await ask(requester, 'GET', `/consultation-requests/%E0%A4%A${REFUSED.address}`);
    await ask(requester, 'GET', `/${REFUSED.address}`);
    await ask(requester, 'GET', `/consultation-requests?list=${REFUSED.query}`);
    await ask(requester, 'GET', `/consultation-requests?finnsInte=${REFUSED.query}`);
    await ask(requester, 'DELETE', request, undefined, { 'if-match': `"${REFUSED.header}"` });
    await breakDown(requester);
  }

  /** A fault of ours, with what was typed in its hands: PostgreSQL says in words which value it could not take. */
  async function breakDown(requester: TestUser): Promise<void> {
    await test.owner.query(`
      create function refuse_aloud() returns trigger language plpgsql as $f$
        begin raise exception 'cannot take %', new.age_band; end $f$;
      create trigger refuse_aloud before insert on consultation_request for each row execute function refuse_aloud()`);
    const { status } = await ask(requester, 'POST', '/consultation-requests', { ageBand: REFUSED.ourFault });
    await test.owner.query('drop trigger refuse_aloud on consultation_request; drop function refuse_aloud');
    expect(status).toBe(500);
  }

  const rowsOf = async (table: string): Promise<string> =>
    (await test.owner.query<{ row: string }>(`select t::text as row from ${table} t`)).rows
      .map(({ row }) => row)
      .join('\n');

  it('is read by those who may', () => {
    const told = answers.told.join('\n');
    expect(Object.values(TYPED).filter((canary) => !told.includes(canary))).toEqual([]);
    expect(answers.refused.length).toBeGreaterThan(18);
  });

  it('stands in no refusal and no header', () => {
    expect(canariesIn(answers.refused.join('\n'))).toEqual([]);
    expect(canariesIn(answers.headers.join('\n'))).toEqual([]);
  });

  it('stands in no table as it was written, and of what was refused nothing is kept', async () => {
    const { rows } = await test.owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const found: Record<string, string[]> = {};
    for (const { name } of rows) {
      const canaries = canariesIn(await rowsOf(name));
      if (canaries.length > 0) found[name] = canaries;
    }
    // The list of names is the area's own, and its purpose.
    expect(found).toEqual({ blocked_name: [REFUSED.name] });
  });

  it('stands in no line of the server, even when it fails', async () => {
    expect(server.said).toContain('P0001');
    expect(canariesIn(server.said)).toEqual([]);
  });

  it('stands in no socket frame', async () => {
    await allSealed(test);
    await until(() => frames.some((frame) => frame.includes('consultation.concluded')));
    expect(canariesIn(frames.join('\n'))).toEqual([]);
  });

  it('stands nowhere in the exported log', async () => {
    await allSealed(test);
    const exported = (await cast.users.LOG_REVIEWER.download('/log/export')).toString('latin1');
    expect(exported).toContain('consultation.concluded');
    expect(canariesIn(exported)).toEqual([]);
    const { body } = await cast.users.LOG_REVIEWER.post('/log/search', {});
    expect(canariesIn(JSON.stringify(body))).toEqual([]);
  });

  it('would have been found: in clear, in hexadecimal and in base64', async () => {
    for (const canary of CANARIES) {
      const typed = Buffer.from(`före ${canary} efter`);
      for (const kept of [
        typed.toString(),
        typed.toString().toLowerCase(),
        typed.toString('hex'),
        typed.toString('base64'),
      ]) {
        expect(canariesIn(kept)).toContain(canary);
      }
    }
    await test.owner.query(`insert into sign_in_attempt (key) values ($1)`, [Buffer.from(TYPED.note)]);
    expect(canariesIn(await rowsOf('sign_in_attempt'))).toEqual([TYPED.note]);
  });
});
