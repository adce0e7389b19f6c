import pg from 'pg';
import { DataSource } from 'typeorm';
import { eventKind, Log } from '../libs/audit/index.ts';
import { Database, LOGIN_ROLE, type Scope } from '../libs/platform/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { QUESTION } from './support/consultations.ts';
import { gateOf, type TestUser } from './support/user.ts';
import { World } from './support/world.ts';

const looked = eventKind({ type: 'spec.looked', activity: 'Läsa' });

describe('between the actor and the rows', () => {
  let test: TestApp;
  let cast: Cast;
  let database: Database;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart', poolSize: 3 });
    cast = await Cast.in(await World.create(test));
    database = test.app.get(Database);
  });
  afterAll(() => test.close());

  const all = async <Row>(query: string): Promise<Row[]> => (await test.owner.query(query)).rows as Row[];
  const tables = async () =>
    (await all<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)).map(
      ({ name }) => name,
    );
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'allowed',
      (error: { code?: string; driverError?: { code: string } }) => error.code ?? error.driverError?.code,
    );
  /** Work in the scope of somebody signed in, with the event that it must have. */
  const as = <Result>(user: TestUser, work: (scope: Scope) => Promise<Result>) =>
    database.as(gateOf(user), async (scope) => {
      test.app.get(Log).record(looked);
      return work(scope);
    });

  describe('the database', () => {
    it('lets the login role do nothing with any table', async () => {
      const client = new pg.Client({ connectionString: test.settings.databaseUrl });
      await client.connect();
      const names = await tables();
      expect(names.length).toBeGreaterThan(25);
      const allowed = [];
      for (const name of names) {
        for (const query of [`select from ${name}`, `delete from ${name}`, `insert into ${name} default values`]) {
          if ((await refused(client.query(query))) !== '42501') allowed.push(query);
        }
      }
      await client.end();
      expect(allowed).toEqual([]);
    });

    it('binds every table by row policies, its owner too', async () => {
      const open = await all<{ name: string }>(
        `select relname as name from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
      );
      // TypeORM's list of migrations that have run holds nobody's data.
      expect(open).toEqual([{ name: 'migration' }]);
    });

    it('has views only that ask as the one who asks, and a few functions that ask as their owner', async () => {
      const views = await all(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
            and not coalesce('security_invoker=true' = any (reloptions), false)`,
      );
      expect(views).toEqual([]);
      const definers = await all(
        `select proname as name, proconfig as settings, has_function_privilege('public', oid, 'execute') as anybody
           from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by proname`,
      );
      const closed = { settings: ['search_path=public, pg_temp'], anybody: false };
      expect(definers).toEqual([
        { name: 'appoint_reader', ...closed },
        { name: 'assignment_work', ...closed },
        { name: 'enter', ...closed },
        { name: 'give_evaluation', ...closed },
        { name: 'is_number_taken', ...closed },
        { name: 'name_readers', ...closed },
        { name: 'set_protection', ...closed },
        { name: 'subject_name', ...closed },
        { name: 'subjects_called', ...closed },
        { name: 'unit_work', ...closed },
      ]);
    });

    it('has no role that stands above the policies, and a login role that inherits nothing', async () => {
      const above = await all(
        `select rolname from pg_roles where pg_has_role('${LOGIN_ROLE}', oid, 'member')
            and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      );
      expect(above).toEqual([]);
      const inherited = await all(
        `select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member
          where l.rolname = '${LOGIN_ROLE}' and (m.inherit_option or m.admin_option or r.rolname = 'samordna_staff')`,
      );
      expect(inherited).toEqual([]);
      const owned = await all(
        `select relname from pg_class c join pg_roles r on r.oid = c.relowner where pg_has_role('${LOGIN_ROLE}', r.oid, 'member')`,
      );
      expect(owned).toEqual([]);
    });

    it('ends work that hangs: limits stand on the login role', async () => {
      const [role] = await all<{ settings: string[] }>(
        `select setconfig as settings from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where r.rolname = '${LOGIN_ROLE}'`,
      );
      expect(role!.settings).toEqual(
        expect.arrayContaining(['statement_timeout=15s', 'lock_timeout=5s', 'idle_in_transaction_session_timeout=20s']),
      );
    });
  });

  describe('the scope', () => {
    it('is the only way: a query beside it is refused by PostgreSQL', async () => {
      const stray = test.app.get(DataSource);
      expect(await refused(stray.query('select * from consultation_request'))).toBe('42501');
      const during = as(cast.users.REQUESTER, () => refused(stray.query('select * from unit')));
      expect(await during).toBe('42501');
    });

    it('has one actor: another inside it throws', async () => {
      const nested = as(cast.users.REQUESTER, () => as(cast.users.SIP_COORDINATOR, async () => 'in'));
      await expect(nested).rejects.toThrow('one request has one actor');
    });

    it('needs its event, and rolls back without one; two are one too many', async () => {
      const draft = await cast.consulting.draft();
      const touch = { text: `update consultation_request set age_band = 'X' where id = $1`, values: [draft.id] };
      const without = database.as(gateOf(cast.users.REQUESTER), (scope) => scope.change(touch));
      await expect(without).rejects.toThrow('without its log event');
      const twice = as(cast.users.REQUESTER, async (scope) => {
        await scope.change(touch);
        test.app.get(Log).record(looked);
      });
      await expect(twice).rejects.toThrow('second log event');
      const [row] = await all<{ age: string }>(
        `select age_band as age from consultation_request where id = '${draft.id}'`,
      );
      expect(row!.age).toBe('AGE_13_15');
    });

    it('writes nothing when its event cannot be written', async () => {
      const before = await all('select count(*) from consultation_request');
      await test.owner.query('alter table log_event add constraint full_disk check (false) not valid');
      const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      const { status } = await cast.users.REQUESTER.post('/consultation-requests', QUESTION);
      quiet.mockRestore();
      await test.owner.query('alter table log_event drop constraint full_disk');
      expect(status).toBe(500);
      expect(await all('select count(*) from consultation_request')).toEqual(before);
    });

    it('leaves the connection idle, outside any transaction and in no role, whatever happened in it', async () => {
      const { REQUESTER: requester, MANAGER: manager } = cast.users;
      const odd = [
        () => as(requester, (scope) => scope.query({ text: 'select 1/0' })),
        () =>
          as(requester, (scope) => scope.query({ text: 'select from consultation' })).then(() =>
            Promise.reject(new Error()),
          ),
        () => as(requester, (scope) => scope.query({ text: 'select from log_event' })),
        () => as(requester, () => Promise.reject(new Error('a fault of ours'))),
        () => as(manager, (scope) => scope.query({ text: 'select from action_plan' })),
        () => as(requester, (scope) => scope.query({ text: 'select pg_terminate_backend(pg_backend_pid())' })),
        () => as(requester, (scope) => scope.query({ text: `set local statement_timeout = 50; select pg_sleep(2)` })),
        () => as({ cookie: '__Host-samordna=nobody' } as TestUser, (scope) => scope.query({ text: 'select 1' })),
      ];
      await Promise.allSettled(odd.map((work) => work()));
      const dataSource = test.app.get(DataSource);
      const state = `select current_user as role, coalesce(current_setting('app.area', true), '') || coalesce(current_setting('app.unit', true), '') as actor,
                            pg_sleep(0.05)::text as wait`;
      const connections = await Promise.all(Array.from({ length: 3 }, () => dataSource.query(state)));
      expect(connections.flat()).toEqual(Array(3).fill({ role: LOGIN_ROLE, actor: '', wait: '' }));
      const busy = await all(
        `select state from pg_stat_activity where datname = current_database() and application_name = 'samordna' and state <> 'idle'`,
      );
      expect(busy).toEqual([]);
    });
  });

  it('two units who ask at the same time, in hundreds over three connections, never see each other’s rows', async () => {
    const units = await Promise.all(['nord', 'syd'].map((unit) => cast.world.unit(unit)));
    const askers = await Promise.all(['nord', 'syd', 'nord', 'syd'].map((unit) => cast.world.user('REQUESTER', unit)));
    const seen = await Promise.all(
      Array.from({ length: 400 }, async (_, i) => {
        const asker = askers[i % askers.length]!;
        const own = units[i % 2];
        if (i % 3 === 0) await asker.post('/consultation-requests', QUESTION);
        if (i % 7 === 0) await asker.get(`/consultation-requests/${units[0]}`);
        const { status, body } = await asker.get('/consultation-requests?list=ALL&limit=100');
        const rows = (body as { requests: { unit: { id: string } }[] }).requests;
        return { status, foreign: rows.filter(({ unit }) => unit.id !== own).length, own: rows.length > 0 };
      }),
    );
    expect(seen.filter(({ status, foreign }) => status !== 200 || foreign > 0)).toEqual([]);
    expect(seen.filter(({ own }) => own).length).toBeGreaterThan(200);
  });
});
