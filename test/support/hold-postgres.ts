/**
 * Holds the database of the folder named on the command line, as `npm start` does, until it is told to end: for the tests that kill it.
 * Prints one JSON line when ready; on a signal it first shows, by a query, that the database has not gone before it.
 */
import pg from 'pg';
import { startLocalPostgres } from '../../libs/platform/local-postgres.ts';

const began = performance.now();
const folder = process.argv[2]!;
const starting = startLocalPostgres({ folder, log: (line) => console.error(line) });

// Heard from before the database is there, and twice if need be: npm passes on the Ctrl-C that the terminal has already sent.
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    const { url, stop } = await starting;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('SELECT pg_sleep(0.2)');
    await client.end();
    await stop();
    console.error(`${signal}: stopped`);
    process.exit(0);
  });
}

try {
  const { url, port, home, exited, stop } = await starting;
  console.log(JSON.stringify({ url, port, home, milliseconds: Math.round(performance.now() - began) }));
  console.error(await exited);
  await stop();
  process.exit(2);
} catch (error) {
  console.error(`${(error as Error).name}: ${(error as Error).message}`);
  process.exit(1);
}
