import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestApp, type TestApp } from '../test/support/app.ts';
import { cloneTemplate, dropDatabase, emptyDatabase, TEST_KEY } from '../test/support/template.ts';
import { loginPassword } from '../libs/platform/settings.ts';
import { migrations } from './index.ts';
import { migrate, ownerDataSource } from './migrate.ts';

const PASSWORD = loginPassword(TEST_KEY);

/** Everything that the migrations make, one line each; what PostgreSQL numbers by itself is left out. */
const SCHEMA = `
  with own as (select * from pg_class where relnamespace = 'public'::regnamespace and relname !~ '^(migration|PK_)')
  select line from (
    select format('%s %s %s rls=%s,%s %s', relkind, relname, reloptions, relrowsecurity, relforcerowsecurity, relacl) as line from own
    union all select format('column %s.%s %s null=%s %s %s', c.relname, attname, format_type(atttypid, atttypmod), not attnotnull,
        pg_get_expr(adbin, adrelid), attacl)
      from own c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped and relkind = 'r'
      left join pg_attrdef d on adrelid = c.oid and adnum = attnum
    union all select format('constraint %s %s', conname, pg_get_constraintdef(k.oid)) from pg_constraint k join own c on k.conrelid = c.oid
    union all select indexdef from pg_indexes where schemaname = 'public' and tablename !~ '^migration'
    union all select format('policy %s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check) from pg_policies
    union all select pg_get_triggerdef(g.oid) from pg_trigger g join own c on tgrelid = c.oid where not tgisinternal
    union all select pg_get_functiondef(p.oid) || proacl::text from pg_proc p where pronamespace = 'public'::regnamespace
  ) lines order by line`;

describe('the migrations', () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let url: string;
  let database: DataSource;

  beforeAll(async () => {
    url = await emptyDatabase(name);
    database = await ownerDataSource(url).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await dropDatabase(name);
  });

  const schema = async (of = database): Promise<string[]> =>
    (await of.query(SCHEMA)).map(({ line }: { line: string }) => line);
  const up = () => database.runMigrations({ transaction: 'each' });
  const down = () => database.undoLastMigration({ transaction: 'each' });

  it('go up, each one down and up again, all of them down, and up once more, to the same schema', async () => {
    const steps = [await schema()];
    for (const Migration of migrations) {
      const runner = database.createQueryRunner();
      await new Migration().up(runner);
      const made = await schema();
      await new Migration().down(runner);
      expect(await schema()).toEqual(steps.at(-1));
      await new Migration().up(runner);
      expect(await schema()).toEqual(made);
      await runner.release();
      steps.push(made);
    }
    const runner = database.createQueryRunner();
    for (const [i, Migration] of [...migrations.entries()].toReversed()) {
      await new Migration().down(runner);
      expect(await schema()).toEqual(steps[i]);
    }
    await runner.release();
    expect(await schema()).toEqual([]);
    expect(await up()).toHaveLength(migrations.length);
    expect(await schema()).toEqual(steps.at(-1));
  });

  it('are undone by the tool as they were run', async () => {
    for (const _ of migrations) await down();
    expect(await schema()).toEqual([]);
    await up();
  });

  it('have nothing to do the second time', async () => {
    expect(await migrate(url, PASSWORD)).toBe(0);
  });

  it('make what the tests clone', async () => {
    const clone = `test_${randomUUID().replaceAll('-', '')}`;
    const cloned = await ownerDataSource(await cloneTemplate(clone)).initialize();
    expect(await schema(cloned)).toEqual(await schema());
    await cloned.destroy();
    await dropDatabase(clone);
  });

  it('run in the order of their names', () => {
    const numbers = migrations.map(({ name: each }) => Number(/\d+$/.exec(each)![0]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the entities', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
  });
  afterAll(() => test.close());

  /** What a type of an entity's column is called in the catalogue. */
  const CALLED: Record<string, string> = {
    int: 'integer',
    timestamptz: 'timestamp with time zone',
    timestamp: 'timestamp without time zone',
  };

  it('have the columns that the schema has: name, type, and whether they may be empty', async () => {
    const entities = test.app.get(DataSource).entityMetadatas;
    expect(entities.map(({ tableName }) => tableName)).toContain('sip_case');
    for (const { tableName, columns } of entities) {
      const { rows } = await test.owner.query(
        `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable, atthasdef as filled
           from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [tableName],
      );
      const inSchema = new Map(rows.map(({ name: column, ...rest }) => [column, rest]));
      for (const { databaseName, type, isArray, isNullable } of columns) {
        const word = CALLED[String(type)] ?? String(type);
        expect([databaseName, inSchema.get(databaseName)]).toEqual([
          databaseName,
          expect.objectContaining({ type: isArray ? `${word}[]` : word, nullable: isNullable }),
        ]);
      }
      const known = new Set(columns.map(({ databaseName }) => databaseName));
      const missing = rows.filter(({ name: column, nullable, filled }) => !known.has(column) && !nullable && !filled);
      expect(missing).toEqual([]);
    }
  });
});
