import fc from 'fast-check';
import pg from 'pg';
import { allFinished, sealAll } from '../../test/support/sealed.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { writeEvents, type MadeEvent } from '../../test/support/events.ts';
import { countFigure, decodeEntry, openCheckpoint, rootOf } from '../evidence/index.ts';
import { newId } from '../platform/index.ts';
import { countedFigures } from './figure-definition.ts';
import { LogKey } from './log-key.ts';
import { SEALED_CHANNEL, Sealer } from './sealer.ts';

describe('the sealer', () => {
  let test: TestApp;
  let sealer: Sealer;
  let area: string;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    sealer = test.app.get(Sealer);
  });
  // Each test has a log of its own.
  beforeEach(() => {
    area = newId();
  });
  afterAll(() => test.close());

  /** Seals one batch, once the rest of the cluster is done with what ran while the events were written. */
  const seal = async () => {
    await allFinished(test);
    return sealer.seal();
  };
  const write = (...events: MadeEvent[]) => writeEvents(test.owner, area, events);
  const rows = async <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
    (await test.owner.query(sql, values)).rows;
  const sealed = async (): Promise<string[]> => {
    const leaves = await rows<{ index: number; id: string }>(
      'select idx::int as index, event_id as id from log_leaf where area_id = $1 order by idx', area); // prettier-ignore
    expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, i) => i));
    return leaves.map(({ id }) => id);
  };

  describe('the order', () => {
    // The first to run: the cursor has passed no transaction yet, so that events can be written as of long finished ones.
    it('is that of the transactions, by number and not by letter, and within them as written', async () => {
      const ids = await write(...[100, 9, 101, 10, 99, 10, 9].map((xid) => ({ xid })));
      expect(await seal()).toEqual({ sealed: 7, more: false, halted: [] });
      expect(await sealed()).toEqual([1, 6, 3, 5, 4, 0, 2].map((i) => ids[i]));
    });

    it('waits for a transaction that is still going on, and loses nothing that it writes late', async () => {
      const slow = new pg.Client({ connectionString: test.settings.ownerUrl });
      await slow.connect();
      await slow.query('begin');
      const [early] = await writeEvents(slow, area, [{}]);
      const later = await write({}, {});
      expect(await sealer.seal()).toEqual({ sealed: 0, more: false, halted: [] });
      const [last] = await writeEvents(slow, area, [{}]);
      await slow.query('commit');
      await slow.end();
      expect((await seal()).sealed).toBe(4);
      expect(await sealed()).toEqual([early, last, ...later]);
    });

    it('has no gap where a transaction was rolled back', async () => {
      const failing = new pg.Client({ connectionString: test.settings.ownerUrl });
      await failing.connect();
      const [first] = await write({});
      await failing.query('begin');
      await writeEvents(failing, area, [{}, {}]);
      const [second] = await write({});
      await failing.query('rollback');
      await failing.end();
      await sealAll(test);
      expect(await sealed()).toEqual([first, second]);
    });

    it('begins at 0 in each area', async () => {
      const other = newId();
      for (let i = 0; i < 3; i++) {
        await write({}, {});
        await writeEvents(test.owner, other, [{}]);
      }
      await sealAll(test);
      expect(await sealed()).toHaveLength(6);
      area = other;
      expect(await sealed()).toHaveLength(3);
    });

    it('goes on where it stopped when there is more than one batch', async () => {
      const ids = await write(...Array.from({ length: 2001 }, () => ({})));
      expect(await seal()).toMatchObject({ sealed: 2000, more: true });
      expect(await seal()).toMatchObject({ sealed: 1, more: false });
      expect(await sealed()).toEqual(ids);
    });
  });

  it('of several at once seals every event once, while others are writing', async () => {
    const writing = Array.from({ length: 20 }, async () => write(...Array.from({ length: 5 }, () => ({}))));
    const sealing = Array.from({ length: 5 }, async () => {
      let own = 0;
      for (let i = 0; i < 10; i++) own += (await sealer.seal()).sealed;
      return own;
    });
    const written = (await Promise.all(writing)).flat();
    const counts = await Promise.all(sealing);
    const last = (await seal()).sealed;
    expect(counts.reduce((sum, count) => sum + count, last)).toBe(100);
    expect((await sealed()).toSorted()).toEqual(written.toSorted());
  });

  it('signs what it sealed, and says so on the channel', async () => {
    const heard: string[] = [];
    const listener = new pg.Client({ connectionString: test.settings.ownerUrl });
    listener.on('notification', ({ payload }) => heard.push(payload!));
    await listener.connect();
    await listener.query(`listen ${SEALED_CHANNEL}`);
    for (const size of [1, 255, 2, 300]) {
      await write(...Array.from({ length: size }, () => ({})));
      await sealAll(test);
    }
    const leaves = await rows<{ hash: Buffer }>(
      'select leaf_hash as hash from log_leaf where area_id = $1 order by idx',
      area,
    );
    const notes = await rows<{ size: number; note: string }>(
      'select size::int, note from log_checkpoint where area_id = $1 order by size',
      area,
    );
    expect(notes.map(({ size }) => size)).toEqual([1, 256, 258, 558]);
    for (const { size, note } of notes) {
      const checkpoint = openCheckpoint(note, test.app.get(LogKey).verifier(area));
      expect(checkpoint.size).toBe(size);
      expect(checkpoint.root).toEqual(rootOf(leaves.slice(0, size).map(({ hash }) => hash)));
    }
    await listener.query('select 1');
    await listener.end();
    expect(heard).toEqual([1, 256, 258, 558].map((size) => `${area}:${size}`));
  });

  describe('a log that was tampered with', () => {
    const state = async () => rows('select size, frontier from log_state where area_id = $1', area);
    const restore = async ([before]: Record<string, unknown>[]) =>
      test.owner.query('update log_state set size = $2, frontier = $3 where area_id = $1', [
        area,
        before!['size'],
        before!['frontier'],
      ]);

    it.each([
      [
        'the frontier',
        'frontier = set_byte(frontier, octet_length(frontier) - 1, (get_byte(frontier, octet_length(frontier) - 1) + 1) % 256)',
      ],
      ['the size', 'size = size + 1'],
      ['the form of the frontier', 'frontier = set_byte(frontier, 0, 255)'],
    ])(
      'is not signed further when %s was changed, and goes on where it stopped when it fits again',
      async (_, change) => {
        await write({}, {}, {});
        await sealAll(test);
        const before = (await state()) as Record<string, unknown>[];
        await test.owner.query(`update log_state set ${change} where area_id = $1`, [area]);
        const waiting = await write({});
        expect(await seal()).toEqual({ sealed: 0, more: false, halted: [area] });
        waiting.push(...(await write({}, {})));
        expect(await seal()).toEqual({ sealed: 0, more: false, halted: [area] });
        expect(await sealed()).toHaveLength(3);
        await restore(before);
        expect(await seal()).toEqual({ sealed: 3, more: false, halted: [] });
        expect((await sealed()).slice(3)).toEqual(waiting);
        waiting.push(...(await write({})));
        expect(await seal()).toEqual({ sealed: 1, more: false, halted: [] });
        expect((await sealed()).slice(3)).toEqual(waiting);
      },
    );

    it('holds up no other area, and catches up batch by batch while others are sealed', async () => {
      await write({});
      await sealAll(test);
      const before = (await state()) as Record<string, unknown>[];
      await test.owner.query('update log_state set size = size + 1 where area_id = $1', [area]);
      const [damaged, sound] = [area, newId()];
      const inSound: string[] = [];
      const waiting: string[] = [];
      for (const size of [1, 2500, 3]) {
        waiting.push(...(await write(...Array.from({ length: size }, () => ({})))));
        inSound.push(...(await writeEvents(test.owner, sound, [{}, {}])));
      }
      await sealAll(test);
      area = sound;
      expect(await sealed()).toEqual(inSound);
      area = damaged;
      expect(await sealed()).toHaveLength(1);
      await restore(before);
      for (const [caughtUp, halted] of [
        [2000, [damaged]],
        [504, []],
      ] as const) {
        // prettier-ignore
        inSound.push(...(await writeEvents(test.owner, sound, [{}])));
        expect(await seal()).toEqual({ sealed: caughtUp + 1, more: false, halted });
      }
      expect((await sealed()).slice(1)).toEqual(waiting);
      area = sound;
      expect(await sealed()).toEqual(inSound);
    });
  });

  it('seals after a restore what the backup held unsealed, before what is written in the new cluster', async () => {
    // Transaction numbers that the new cluster has not come to yet.
    const before = await write({ xid: 9_000_000_000 }, { xid: 9_000_000_001 });
    await test.owner.query('update log_cursor set epoch = epoch + 1');
    const after = await write({}, {});
    await seal();
    expect(await sealed()).toEqual([...before, ...after]);
  });

  it('counts the figures to exactly what a full recount gives, whatever is held and taken back', async () => {
    const figures = countedFigures();
    const types = [...figures.flatMap(({ counts }) => counts), 'test.happened'];
    const day = fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-12-31', '2027-01-01');
    const keys = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 });
    const happened = fc.record({
      type: fc.constantFrom(...types),
      facts: fc.record({
        ...Object.fromEntries(figures.map(({ on }) => [on, day])),
        ...Object.fromEntries(figures.flatMap(({ by }) => (by ? [[by, keys]] : []))),
        delta: fc.constantFrom(1, -1),
      }),
    });
    const batches = fc.array(fc.array(happened, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(batches, async (parts) => {
      area = newId();
      for (const part of parts) {
        await write(...part);
        await sealAll(test);
      }
      const entries = (await rows<{ entry: Buffer }>(
        'select entry from log_leaf join log_event using (event_id) where log_leaf.area_id = $1 order by idx', area)).map(({ entry }) => decodeEntry(entry)); // prettier-ignore
      for (const each of countedFigures()) {
        for (const year of [2025, 2026, 2027]) {
          const counted = await rows<{ key: string; value: number }>(
            `select key, sum(value)::int as value from figure_total
              where area_id = $1 and definition = $2 and extract(year from month) = $3 group by key having sum(value) <> 0`, area, each.id, year); // prettier-ignore
          const recount = countFigure(each, area, { from: `${year}-01-01`, to: `${year + 1}-01-01` }, entries);
          expect(new Map(counted.map(({ key, value }) => [key, value]))).toEqual(recount);
        }
      }
    });
    await fc.assert(property, { numRuns: 20 });
  });

  describe('what is sealed', () => {
    const INSERT_ONLY = ['log_event', 'log_leaf', 'log_tile', 'log_checkpoint', 'figure_evidence'];

    it.each(INSERT_ONLY)('stays: %s takes no change, not even from its owner', async (table) => {
      const [{ counts, on, by } = { counts: [], on: '' }] = countedFigures();
      const facts = { [on]: '2026-01-01', ...(by && { [by]: ['A'] }), delta: 1 };
      await write(...Array.from({ length: 256 }, () => ({ type: counts[0]!, facts })));
      await sealAll(test);
      const before = await rows(`select t::text from ${table} t order by 1`);
      expect(before.length).toBeGreaterThan(0);
      for (const change of [
        `update ${table} set area_id = area_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(test.owner.query(change)).rejects.toThrow('the log is insert only');
      }
      expect(await rows(`select t::text from ${table} t order by 1`)).toEqual(before);
    });

    it('can be changed by no role of the product', async () => {
      const changeable = await rows(
        `select c.relname as table, r.rolname as role, p.privilege
           from pg_class c, pg_roles r, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
          where c.relname = any ($1) and r.rolname like 'samordna%' and not r.rolsuper
            and (has_table_privilege(r.oid, c.oid, p.privilege)
                 or (p.privilege = 'UPDATE' and has_any_column_privilege(r.oid, c.oid, 'UPDATE')))`,
        [...INSERT_ONLY, 'log_opening'],
      );
      expect(changeable).toEqual([]);
    });
  });
});
