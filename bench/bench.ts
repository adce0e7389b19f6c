/** `npm run bench`: what the product costs beside a bare server that sends the same SQL (bench/README.md). `--quick` for a look in a minute. */
import { argv } from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { signIn, writeArea, type Area } from './area.ts';
import type { BareSetup } from './bare-routes.ts';
import { Cluster } from './cluster.ts';
import { contest, type Outcome, type Side } from './contest.ts';
import { makeExamples } from './example.ts';
import { recount, timeFigures } from './figures.ts';
import { allSealed, writeHistory } from './history.ts';
import { CREATE, FIGURES, JOBS, LIST, LONG_LIST, type Askers, type Job } from './jobs.ts';
import { Connection } from './load.ts';
import { print, progress, type Measured } from './report.ts';
import { sealLag } from './seal-lag.ts';
import { Server } from './server.ts';
import { statementsOf, type Texts } from './statements.ts';
import { warmStart } from './warm-start.ts';

const SIZES = argv.includes('--quick')
  ? { small: 2_000, large: 20_000, rounds: 2, milliseconds: 400, sealSeconds: 3 }
  : { small: 100_000, large: 1_000_000, rounds: 5, milliseconds: 3000, sealSeconds: 20 };

/** Creates a second while the seal lag is measured. */
const SEAL_LOAD = 300;

/** A product at work on a database with some history. */
interface Site {
  database: string;
  owner: pg.Pool;
  area: Area;
  server: Server;
  askers: Askers;
}

const cluster = await Cluster.start();
const servers: Server[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));
await measure().then(
  () => end(0),
  (error) => {
    console.error(error);
    return end(1);
  },
);

/** Ends what was started and removes its data. */
async function end(code: number): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
  await cluster.stop();
  process.exit(code);
}

async function measure(): Promise<void> {
  progress(`making ${SIZES.small} questions, held and sealed`);
  const empty = await cluster.create('small');
  const area = await writeArea(empty);
  await writeHistory(empty, area, 1, SIZES.small);
  const first = await Server.product(cluster.env('small'));
  const examples = await makeExamples(first.origin);
  await allSealed(empty);
  await first.stop();
  await cluster.leave('small');

  progress(`and ${SIZES.large} of them`);
  const more = await cluster.create('large', 'small');
  await writeHistory(more, area, SIZES.small + 1, SIZES.large);
  const large = await open('large', more, area, examples);
  await allSealed(more);
  await more.query('vacuum (analyze)');
  const small = await open('small', cluster.owner('small'), area, examples);

  progress('the product beside the bare server');
  const settings = cluster.settings('large');
  const texts = await statementsOf(settings, JOBS, large.askers);
  const bare = await bareServer(settings.databaseUrl, large, texts);
  const jobs: Measured['jobs'] = [];
  for (const job of JOBS) {
    await sameAnswer(job, large, bare);
    const outcome = await contest(sideOf(job, large), { ...sideOf(job, large), server: bare }, SIZES);
    jobs.push({ job, outcome });
    progress(`  ${job.name}: ${outcome.ratio.toFixed(2)}`);
  }

  progress('the same lists and figures with less history');
  const growth: Measured['growth'] = [];
  for (const job of [LIST, LONG_LIST, FIGURES]) {
    const outcome = await contest(sideOf(job, large), sideOf(job, small), SIZES);
    growth.push({ job, outcome });
    progress(`  ${job.name}: ${outcome.ratio.toFixed(2)}`);
  }
  const figureTimes = await timeFigures(more, area, texts, large.server, FIGURES.next(large.askers));
  const counted = await recount(more, area, await ask(large.server, FIGURES, large.askers));

  progress('writes without the log, and how long an event waits for its place');
  const logged = await withoutLog(large);
  const lag = await sealLag(settings.ownerUrl, more, area, sideOf(CREATE, large), {
    perSecond: SEAL_LOAD,
    seconds: SIZES.sealSeconds,
  });

  progress('a start on a warm data folder');
  const afterLoad = large.server.memory();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  const start = await warmStart(`${cluster.folder}/warm`);
  print({
    sizes: SIZES,
    postgres: await cluster.version(),
    jobs,
    growth,
    figureTimes,
    counted,
    logged,
    lag,
    start,
    afterLoad,
  });
}

async function open(database: string, owner: pg.Pool, area: Area, examples: string[]): Promise<Site> {
  const server = await started(Server.product(cluster.env(database)));
  const [requester, coordinator, manager] = await Promise.all(
    ['REQUESTER', 'SIP_COORDINATOR', 'MANAGER'].map((role) => signIn(server.origin, role)),
  );
  const askers = { requester: requester!, coordinator: coordinator!, manager: manager!, examples, metric: area.metric };
  return { database, owner, area, server, askers };
}

async function bareServer(databaseUrl: string, { server, askers }: Site, texts: Texts): Promise<Server> {
  const { definition, verifierKey } = JSON.parse(await ask(server, FIGURES, askers));
  const { masterKey, poolSize } = cluster.settings('large');
  const setup: BareSetup = {
    databaseUrl,
    masterKey: masterKey.toString('hex'),
    poolSize,
    texts,
    figure: definition,
    verifierKey,
  };
  return started(Server.script('bare.ts', setup));
}

async function withoutLog(site: Site): Promise<Outcome> {
  const settings = cluster.settings('large');
  const unlogged = await started(
    Server.script('unlogged.ts', { ...settings, masterKey: settings.masterKey.toString('hex') }),
  );
  const side = sideOf(CREATE, site);
  return contest(side, { ...side, server: unlogged }, SIZES);
}

async function started(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  servers.push(server);
  return server;
}

function sideOf(job: Job, { server, askers }: Site): Side {
  return { server, next: () => job.next(askers) };
}

async function ask(server: Server, job: Job, askers: Askers): Promise<string> {
  const connection = await Connection.open(server.port);
  const { body } = await connection.ask(job.next(askers));
  connection.close();
  return body;
}

/** The two servers answer a job alike, or they do not do the same work. A new request has an id and times of its own; the log grows between two answers. */
async function sameAnswer(job: Job, { server, askers }: Site, bare: Server): Promise<void> {
  const still = { ...askers, examples: askers.examples.slice(0, 1) };
  const [ours, theirs] = await Promise.all([server, bare].map(async (each) => JSON.parse(await ask(each, job, still))));
  if (job === FIGURES) for (const answer of [ours, theirs]) Object.assign(answer, { logSize: 0, checkpoint: '' });
  const same =
    job === CREATE ? isDeepStrictEqual(Object.keys(ours), Object.keys(theirs)) : isDeepStrictEqual(ours, theirs);
  if (!same) throw new Error(`${job.name}: the bare server answers otherwise`);
}
