import { YEAR } from './area.ts';
import type { CaseExamples } from './case-example.ts';
import { QUESTION } from './example.ts';
import type { Message } from './load.ts';

/** One kind of work that is measured: what is asked, and the statements that answer it, in order. */
export interface Job {
  name: string;
  /** How many of the bare server's requests the product is to reach. */
  target: number;
  sends: string[];
  next(who: Askers): Message;
}

/** Who asks, by cookie, and about what. */
export interface Askers {
  requester: string;
  coordinator: string;
  manager: string;
  examples: string[];
  metric: string;
  /** Coordinators of the unit with few cases and of the one with many. */
  quiet: string;
  busy: string;
  /** Cases that are read in full. */
  cases: CaseExamples;
}

const access = (...statements: string[]) => ['BEGIN', 'gate.session', ...statements, 'log.insert', 'COMMIT'];

const list = (limit: number): Job => ({
  name: `coordinator's list, ${limit} rows`,
  target: 0.8,
  sends: access('consultation-request.list-area-open'),
  next: ({ coordinator }) => ({
    method: 'GET',
    path: `/api/v1/consultation-requests?limit=${limit}`,
    cookie: coordinator,
  }),
});

const workList = (holder: 'quiet' | 'busy', limit: number): Job => ({
  name: `work list, ${limit} rows`,
  target: 0.8,
  sends: access('sip-case.list-open'),
  next: (who) => ({ method: 'GET', path: `/api/v1/cases?limit=${limit}`, cookie: who[holder] }),
});

const wholeCase = (size: keyof CaseExamples): Job => ({
  name: `open a ${size} case`,
  target: 0.8,
  sends: access('case-file.read'),
  next: ({ quiet, cases }) => ({
    method: 'GET',
    path: `/api/v1/cases/${cases[size][read++ % cases[size].length]}/file`,
    cookie: quiet,
  }),
});

let read = 0;

export const CREATE: Job = {
  name: 'create a request',
  target: 0.7,
  sends: access('blocked-names.among', 'consultation-request.create', 'consultation-request.read'),
  next: ({ requester }) => ({
    method: 'POST',
    path: '/api/v1/consultation-requests',
    cookie: requester,
    body: QUESTION,
  }),
};
export const READ: Job = {
  name: 'read one in full',
  target: 0.8,
  sends: access('consultation-request.read'),
  next: ({ requester, examples }) => ({
    method: 'GET',
    path: `/api/v1/consultation-requests/${examples[read++ % examples.length]}`,
    cookie: requester,
  }),
};
export const LIST = list(20);
export const LONG_LIST = list(50);
export const FIGURES: Job = {
  name: "a year's figures",
  target: 0.8,
  sends: access('metric.read', 'agreement.current', 'figure.read'),
  next: ({ manager, metric }) => ({
    method: 'GET',
    path: `/api/v1/metrics/${metric}/figure?year=${YEAR}`,
    cookie: manager,
  }),
};

export const WORK_LIST = workList('quiet', 20);
export const LONG_WORK_LIST = workList('quiet', 50);
export const BUSY_WORK_LIST = workList('busy', 20);
export const SMALL_CASE = wholeCase('small');
export const HEAVY_CASE = wholeCase('heavy');

export const JOBS = [CREATE, READ, LIST, LONG_LIST, FIGURES, WORK_LIST, LONG_WORK_LIST, SMALL_CASE, HEAVY_CASE];
