import { DataSource } from 'typeorm';
import { migrations } from './index.ts';

/** A data source for the owner of the schema: migrations and their tests, never the running product. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    poolSize: 2,
  });
}

/** Brings the schema up to date, and lets the login role in with its password. Answers how many migrations ran. */
export async function migrate(ownerUrl: string, loginPassword: string): Promise<number> {
  const dataSource = await ownerDataSource(ownerUrl).initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.query(`select set_config('app.password', $1, false)`, [loginPassword]);
    await dataSource.query(
      `do $$ begin execute format('alter role samordna_login password %L', current_setting('app.password')); end $$`,
    );
    return ran.length;
  } finally {
    await dataSource.destroy();
  }
}
