import { YEAR } from './area.ts';
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

export const JOBS = [CREATE, READ, LIST, LONG_LIST, FIGURES];
