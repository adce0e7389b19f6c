import { setTimeout as pause } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { allSealed } from '../../test/support/sealed.ts';
import { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { COOKIE, SessionGate } from '../directory/index.ts';
import { encodeEntry, leafHash, verifyLog } from '../evidence/index.ts';
import { Database, newId } from '../platform/index.ts';
import { eventKind } from './event-kind.ts';
import { Log } from './log.ts';

const happened = eventKind({ type: 'spec.happened', activity: 'Läsa' });

/** The files of a tar, to verify or to tamper with. */
async function filesOf(tar: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = extract();
  archive.end(tar);
  for await (const entry of archive) files.set(entry.header.name, await buffer(entry));
  return files;
}

const verify = (files: Map<string, Buffer>) =>
  verifyLog({ paths: new Set(files.keys()), read: async (path) => files.get(path)! });

describe('the log over HTTP', () => {
  let test: TestApp;
  let world: World;
  let reviewer: TestUser;

  beforeAll(async () => {
    test = await createTestApp();
    world = await World.create(test);
    reviewer = await world.user('LOG_REVIEWER', 'office');
    const otherArea = await World.create(test, 'Bergby');
    await record(await otherArea.user('REQUESTER', 'school'), 3);
    await record(await world.user('REQUESTER', 'school'), 300);
    await allSealed(test);
  });
  afterAll(() => test?.close());

  async function record(user: TestUser, count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      await test.app
        .get(Database)
        .as(gateOf(user), async () => test.app.get(Log).record(happened, { subject: `spec:${i}` }));
    }
  }

  const gateOf = ({ cookie }: TestUser) => new SessionGate(cookie.slice(COOKIE.length + 1), 'live.listen');

  async function exported(): Promise<Buffer> {
    await allSealed(test);
    const { app } = test;
    const answer = await app.inject({ url: '/api/v1/log/export', headers: { cookie: reviewer.cookie } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/x-tar');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="samordna-logg-\d{4}-\d\d-\d\d\.tar"$/,
    );
    return answer.rawPayload;
  }

  async function eventsOf(type: string): Promise<number> {
    const { rows } = await test.owner.query(
      `select count(*)::int as n from log_event where area_id = $1 and convert_from(entry, 'UTF8')::json ->> 'type' = $2`,
      [world.area, type],
    );
    return rows[0].n;
  }

  it("exports the whole of the area's own log, which an outsider finds intact", async () => {
    const verification = await verify(await filesOf(await exported()));
    expect(verification.findings).toEqual([]);
    expect(verification.verdict).toBe('intact');
    expect(verification.manifest.origin).toBe(`samordna/${world.area}`);
    expect(verification.checked.entries).toBe(verification.manifest.size);
    expect(verification.manifest.size).toBeGreaterThan(300);
    const head = await reviewer.get('/log/head');
    expect(head.body.verifierKey).toBe(verification.vkey);
    await allSealed(test);
    const files = await filesOf(await exported());
    expect([...files.values()].some((bytes) => bytes.includes('Bergby'))).toBe(false);
    expect(files.get('checkpoint')!.toString()).toContain(`samordna/${world.area}`);
  });

  it('shows a flipped bit wherever it is', async () => {
    const files = await filesOf(await exported());
    for (const [path, bytes] of files) {
      const tampered = Buffer.from(bytes);
      const at = path.endsWith('.json') ? tampered.indexOf('"size":') + 7 : tampered.length >> 1;
      tampered[at]! ^= 1;
      const verification = await verify(new Map(files).set(path, tampered));
      expect([path, verification.verdict]).not.toEqual([path, 'intact']);
    }
  });

  it('shows what a superuser changed, past every policy and trigger', async () => {
    const client = await test.owner.connect();
    await client.query('begin');
    try {
      await client.query('set local session_replication_role = replica');
      const { rows } = await client.query(
        `select e.event_id, e.entry from log_leaf l join log_event e using (event_id) where l.area_id = $1 and l.idx = 100`,
        [world.area],
      );
      const entry = encodeEntry({ ...JSON.parse(rows[0].entry), actor: newId() });
      await client.query(`update log_event set entry = $2, leaf_hash = $3 where event_id = $1`, [
        rows[0].event_id,
        entry,
        leafHash(entry),
      ]);
      await client.query('commit');
      const verification = await verify(await filesOf(await exported()));
      expect(verification.verdict).toBe('tampered');
      expect(verification.findings[0]).toMatchObject({ index: 100 });
      await client.query('set session_replication_role = replica');
      await client.query(`update log_event set entry = $2, leaf_hash = $3 where event_id = $1`, [
        rows[0].event_id,
        rows[0].entry,
        leafHash(rows[0].entry),
      ]);
    } finally {
      await client.query('reset session_replication_role');
      client.release();
    }
    expect((await verify(await filesOf(await exported()))).verdict).toBe('intact');
  });

  it('leaves one event for each access, an export of many parts too', async () => {
    const before = await Promise.all(['log.exported', 'log.head-read', 'access.refused'].map(eventsOf));
    await exported();
    await reviewer.get('/log/head');
    const coordinator = await world.user('SIP_COORDINATOR', 'office');
    for (const path of ['export', 'head']) {
      expect((await coordinator.get(`/log/${path}`)).status).toBe(403);
    }
    const after = await Promise.all(['log.exported', 'log.head-read', 'access.refused'].map(eventsOf));
    expect(after.map((count, i) => count - before[i]!)).toEqual([1, 1, 2]);
  });

  it('goes on with an export only while the session lasts, and only in the own area', async () => {
    const user = await world.user('LOG_REVIEWER', 'office');
    const database = test.app.get(Database);
    const reentry = await database.as(gateOf(user), async () => {
      test.app.get(Log).record(happened);
      return database.reentry();
    });
    const areas = () =>
      reentry(() => database.query<{ area_id: string }>({ text: 'select distinct area_id from log_event' }));
    expect(await areas()).toEqual([{ area_id: world.area }]);
    await user.delete('/session');
    await expect(areas()).rejects.toMatchObject({ type: 'not-signed-in' });
  });

  it('gives its connection back when the reader goes away in the middle', async () => {
    await test.app.listen(0, '127.0.0.1');
    const leaving = new AbortController();
    const answer = await fetch(`${await test.app.getUrl()}/api/v1/log/export`, {
      headers: { cookie: reviewer.cookie },
      signal: leaving.signal,
    });
    await answer.body!.getReader().read();
    leaving.abort();
    await pause(200);
    for (let i = 0; i < 10; i++) expect((await reviewer.get('/log/head')).status).toBe(200);
  });
});
