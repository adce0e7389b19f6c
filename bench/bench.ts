/** `npm run bench`: what the product costs beside a bare server that sends the same SQL (bench/README.md). `--quick` for a look in a minute. */
import { argv } from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { BUSY, QUIET, signIn, writeArea, type Area } from './area.ts';
import type { BareSetup } from './bare-routes.ts';
import { writeCaseExamples, type CaseExamples, LISTED } from './case-example.ts';
import { busyShare, quietShare, writeCases } from './cases.ts';
import { Cluster } from './cluster.ts';
import { contest, type Outcome, type Side } from './contest.ts';
import { makeExamples } from './example.ts';
import { recount, timeFigures } from './figures.ts';
import { allSealed, writeHistory } from './history.ts';
import {
  BUSY_WORK_LIST,
  CREATE,
  FIGURES,
  HEAVY_CASE,
  JOBS,
  LIST,
  LONG_LIST,
  SMALL_CASE,
  WORK_LIST,
  type Askers,
  type Job,
} from './jobs.ts';
import { Connection } from './load.ts';
import { wholeReads } from './plans.ts';
import { count, print, progress, sizesOf, type Measured } from './report.ts';
import { sealLag } from './seal-lag.ts';
import { Server } from './server.ts';
import { statementsOf, type Texts } from './statements.ts';
import { warmStart } from './warm-start.ts';

const SIZES = argv.includes('--quick')
  ? { small: 2_000, large: 20_000, rounds: 2, milliseconds: 400, sealSeconds: 3 }
  : { small: 100_000, large: 1_000_000, rounds: 5, milliseconds: 2000, sealSeconds: 20 };

/** The part of all cases that one unit has open. */
const BUSY_PART = 0.06;

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
  progress(`making ${SIZES.small} questions, held and sealed, and as many cases`);
  const empty = await cluster.create('small');
  const area = await writeArea(empty);
  const { masterKey } = cluster.settings('small');
  const cases = await writeCaseExamples(empty, area, masterKey);
  await writeCases(empty, area, 1, SIZES.small, [quietShare(area)]);
  await writeHistory(empty, area, 1, SIZES.small);
  const first = await Server.product(cluster.env('small'));
  const examples = await makeExamples(first.origin);
  await allSealed(empty);
  await first.stop();
  await cluster.leave('small');

  progress(`and ${SIZES.large} of them`);
  const more = await cluster.create('large', 'small');
  const busy = busyShare(area, SIZES.small + 1, SIZES.large * BUSY_PART - LISTED);
  await writeCases(more, area, SIZES.small + 1, SIZES.large, [busy]);
  await writeHistory(more, area, SIZES.small + 1, SIZES.large);
  const large = await open('large', more, area, { examples, cases });
  await allSealed(more);
  await more.query('vacuum (analyze)');
  const small = await open('small', cluster.owner('small'), area, { examples, cases });

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

  progress('the same with less of it');
  const growth: Measured['growth'] = [];
  const compare = async (what: string, most: number, more: Side, less: Side) => {
    const outcome = await contest(more, less, SIZES);
    growth.push({ what, outcome, most });
    progress(`  ${what}: ${(1 / outcome.ratio).toFixed(2)} times slower`);
  };
  for (const job of [LIST, LONG_LIST, FIGURES, WORK_LIST])
    await compare(`${job.name}, ${sizesOf(SIZES)}`, 1.2, sideOf(job, large), sideOf(job, small));
  const open250 = `${WORK_LIST.name}, 250 → ${count(SIZES.large * BUSY_PART)} open`;
  await compare(open250, 1.2, sideOf(BUSY_WORK_LIST, large), sideOf(WORK_LIST, large));
  await compare('open a case, small → heavy', 3, sideOf(HEAVY_CASE, large), sideOf(SMALL_CASE, large));
  const reads = await wholeReads(more, area, texts, large.askers);
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
    reads,
    figureTimes,
    counted,
    logged,
    lag,
    start,
    afterLoad,
  });
}

async function open(
  database: string,
  owner: pg.Pool,
  area: Area,
  read: { examples: string[]; cases: CaseExamples },
): Promise<Site> {
  const server = await started(Server.product(cluster.env(database)));
  const cookie = (username: string) => signIn(server.origin, username);
  const askers = {
    requester: await cookie('requester'),
    coordinator: await cookie('sip_coordinator'),
    manager: await cookie('manager'),
    quiet: await cookie(QUIET),
    busy: await cookie(BUSY),
    metric: area.metric,
    ...read,
  };
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
  const { examples, cases } = askers;
  const first = (ids: string[]) => ids.slice(0, 1);
  const still = {
    ...askers,
    examples: first(examples),
    cases: { small: first(cases.small), heavy: first(cases.heavy) },
  };
  const [ours, theirs] = await Promise.all([server, bare].map(async (each) => JSON.parse(await ask(each, job, still))));
  if (job === FIGURES) for (const answer of [ours, theirs]) Object.assign(answer, { logSize: 0, checkpoint: '' });
  const same =
    job === CREATE ? isDeepStrictEqual(Object.keys(ours), Object.keys(theirs)) : isDeepStrictEqual(ours, theirs);
  if (!same) throw new Error(`${job.name}: the bare server answers otherwise`);
}
