import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { openArchive } from '../apps/verify/archive.ts';
import { verifyLog } from '../libs/evidence/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { made } from './support/answer.ts';
import { ADVICE } from './support/consultations.ts';
import { ServerProcess } from './support/server-process.ts';
import { until } from './support/until.ts';
import { World } from './support/world.ts';

const KILLS = 4;
const QUESTIONS = 100;
const WRITERS = 8;

/** How far a consultation had come when the server said so. */
type Told = Map<string, 'HELD' | 'CONCLUDED'>;

interface ConsultationRow {
  id: string;
  version: number;
  state: 'PLACED' | 'HELD' | 'CONCLUDED';
}

describe('a server killed in the middle of a meeting', () => {
  let test: TestApp;
  let cast: Cast;
  let folder: string;
  let server: ServerProcess;
  const told: Told = new Map();
  let unanswered = 0;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    cast = await Cast.in(await World.create(test));
    folder = await mkdtemp(join(tmpdir(), 'samordna-kill-'));
    const sitting = await cast.sitting();
    for (let i = 0; i < QUESTIONS; i++) await cast.consulting.placed(sitting.id);
  });
  afterAll(async () => {
    await server?.kill();
    await test?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const consultations = async (): Promise<ConsultationRow[]> =>
    (await test.owner.query<ConsultationRow>('select id, version, state from consultation order by position')).rows;

  // In letters: the digits of an id may look like somebody's number, and are then refused.
  const adviceOf = (id: string) => `Råd ${id.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`;

  async function change(path: string, version: number, body?: object): Promise<void> {
    const type = { 'content-type': 'application/json' };
    const headers = { cookie: cast.users.TEAM_MEMBER.cookie, 'if-match': `"${version}"`, ...(body && type) };
    const answer = await fetch(`${server.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`refused: ${await answer.text()}`);
    await answer.arrayBuffer();
  }

  /** Holds and concludes what is not concluded yet, and keeps what the server acknowledged, until it is done or dead. */
  async function write(rows: ConsultationRow[]): Promise<void> {
    for (let row = rows.shift(); row; row = rows.shift()) {
      const { id, version, state } = row;
      try {
        if (state === 'PLACED') {
          await change(`/consultations/${id}/holding`, version);
          told.set(id, 'HELD');
        }
        const advised = { ...ADVICE, advice: adviceOf(id) };
        await change(`/consultations/${id}/conclusion`, state === 'PLACED' ? version + 1 : version, advised);
        told.set(id, 'CONCLUDED');
      } catch (error) {
        if ((error as Error).message.startsWith('refused')) throw error;
        unanswered++;
        return;
      }
    }
  }

  async function storm(): Promise<void> {
    const left = (await consultations()).filter(({ state }) => state !== 'CONCLUDED');
    await Promise.all(Array.from({ length: WRITERS }, () => write(left)));
  }

  const steps = () => [...told.values()].reduce((sum, state) => sum + (state === 'HELD' ? 1 : 2), 0);

  /** Told of and not there; and rows whose events are not exactly the changes they have been through. */
  async function losses(client: Pick<pg.Pool, 'query'>) {
    const { rows } = await client.query<ConsultationRow & { advised: boolean; held: number; concluded: number }>(
      `select c.id, c.version, c.state, c.advice is not null as advised,
              count(*) filter (where e.type = 'consultation.held')::int as held,
              count(*) filter (where e.type = 'consultation.concluded')::int as concluded
         from consultation c
         left join (select entry ->> 'type' as type, entry -> 'facts' ->> 'consultation' as consultation
                      from (select convert_from(entry, 'UTF8')::json as entry from log_event) e) e on e.consultation = c.id::text
        group by c.id`,
    );
    const reached = { PLACED: 0, HELD: 1, CONCLUDED: 2 };
    const lost = rows.filter(({ id, state }) => reached[told.get(id) ?? 'PLACED'] > reached[state]);
    const torn = rows.filter(({ state, version, advised, held, concluded }) => {
      const whole = held + concluded === reached[state] && version === 1 + held + concluded;
      return !whole || advised !== (state === 'CONCLUDED');
    });
    const { rows: unopened } = await client.query(
      `select from log_event e where convert_from(entry, 'UTF8')::json ->> 'type' = 'consultation.concluded'
          and not exists (select from log_opening o where o.event_id = e.event_id)`,
    );
    return { lost: lost.map(({ id }) => id), torn: torn.map(({ id }) => id), unopened: unopened.length };
  }

  const none = { lost: [], torn: [], unopened: 0 };

  it('has lost nothing that it acknowledged, and torn nothing apart', async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      server = await ServerProcess.start(test.settings, folder);
      const before = steps();
      const storming = storm();
      await until(() => steps() >= before + 12);
      await pause(Math.random() * 10);
      await server.kill();
      await storming;
      expect(await losses(test.owner)).toEqual(none);
    }
    expect(unanswered).toBeGreaterThan(KILLS);
    server = await ServerProcess.start(test.settings, folder);
    await storm();
    await server.stop();
    expect([...told.values()].filter((state) => state === 'CONCLUDED').length).toBeGreaterThan(QUESTIONS - unanswered);
    expect((await consultations()).filter(({ state }) => state !== 'CONCLUDED')).toEqual([]);
    expect(await losses(test.owner)).toEqual(none);
  });

  it('gives every answer as it was written', async () => {
    const { requests } = made(await cast.users.REQUESTER.get('/consultation-requests?list=ALL&limit=100')) as never as {
      requests: { id: string }[];
    };
    expect(requests).toHaveLength(QUESTIONS);
    for (const { id } of requests) {
      const { body } = await cast.users.REQUESTER.get(`/consultation-requests/${id}`);
      const { answers } = body as { answers: { consultationId: string; advice: string }[] };
      expect(answers.map(({ advice }) => advice)).toEqual(
        answers.map(({ consultationId }) => adviceOf(consultationId)),
      );
      expect(answers).toHaveLength(1);
    }
  });

  it('has its whole log sealed, intact, and counted', async () => {
    await cast.seal();
    const path = join(folder, 'log.tar');
    await writeFile(path, await cast.users.LOG_REVIEWER.download('/log/export'));
    const archive = await openArchive(path);
    const { verdict, findings, manifest } = await verifyLog(archive).finally(() => archive.close());
    expect({ verdict, findings }).toEqual({ verdict: 'intact', findings: [] });
    const { rows } = await test.owner.query(
      `select (select count(*)::int from log_event where area_id = $1) - 1 as events,
              (select sum(value)::int from figure_total where definition = 'consultations-held') as held`,
      [cast.world.area],
    );
    // The export's own event came after what it exported.
    expect(rows[0]).toEqual({ events: manifest.size, held: QUESTIONS });
  });

  it('and this is no blindness: a lost outcome, a missing event and a missing opening are found', async () => {
    const [one] = [...told].find(([, state]) => state === 'CONCLUDED')!;
    const after = async (harm: string) => {
      const client = await test.owner.connect();
      try {
        await client.query('begin');
        await client.query('set local session_replication_role = replica');
        await client.query(harm, harm.includes('$1') ? [one] : []);
        return await losses(client);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const lost = await after(`update consultation set state = 'HELD' where id = $1`);
    expect(lost).toMatchObject({ lost: [one], torn: [one] });
    const eventless = await after(
      `delete from log_event where convert_from(entry, 'UTF8')::json -> 'facts' ->> 'consultation' = $1`,
    );
    expect(eventless).toMatchObject({ lost: [], torn: [one] });
    expect((await after('delete from log_opening')).unopened).toBe(QUESTIONS);
  });
});
