import type { Cast } from './cast.ts';
import type { TestUser } from './user.ts';

/** A request that succeeds: who asks, for what, and which version it builds on. */
export interface Call {
  user: TestUser;
  path: string;
  body?: object;
  version?: number;
}

/** Prepares what a route needs, and answers the call that then succeeds. */
export type Recipe = (cast: Cast) => Call | Promise<Call>;
