import pg from 'pg';
import { loginPassword } from '../../libs/platform/settings.ts';
import { migrate } from '../../migrations/migrate.ts';

const TEMPLATE = 'samordna_template';

/** The key of every test installation. */
export const TEST_KEY = Buffer.alloc(32, 7);

/** Makes the migrated database that every test file clones. `url` signs in as the owner of the cluster. */
export async function prepareTemplate(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE}`);
  });
  await migrate(withDatabase(url, TEMPLATE), loginPassword(TEST_KEY));
}

/** A database of one's own, cloned from the template; answers its owner's url. */
export async function cloneTemplate(name: string): Promise<string> {
  const url = process.env['TEST_POSTGRES_URL']!;
  await withClient(url, (client) => client.query(`create database ${name} template ${TEMPLATE}`));
  return withDatabase(url, name);
}

/** A database with nothing in it; answers its owner's url. */
export async function emptyDatabase(name: string): Promise<string> {
  const url = process.env['TEST_POSTGRES_URL']!;
  await withClient(url, (client) => client.query(`create database ${name} template template0`));
  return withDatabase(url, name);
}

export async function dropDatabase(name: string): Promise<void> {
  await withClient(process.env['TEST_POSTGRES_URL']!, (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
