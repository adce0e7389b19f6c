import { caseworkOf, withCase } from './case-recipes.ts';
import type { Casework } from './casework.ts';
import type { Recipe } from './recipe.ts';

/** Eight answers to an evaluation. */
export const SCORES = {
  knewWhy: 5,
  couldSay: 4,
  wasListenedTo: 4,
  rightPeople: 3,
  whoDoesWhat: 5,
  clearWhen: 2,
  nextMeeting: 1,
  meaningful: 4,
};

const registered = (work: Casework) => work.registered();

const reading =
  (path: string): Recipe =>
  async (cast) => {
    const { version: _version, ...call } = await withCase(registered, path)(cast);
    return call;
  };

/** The first change of something that has a version of its own, beside the case's. */
const firstPut =
  (path: string, body: (work: Casework) => object): Recipe =>
  async (cast) => ({ ...(await withCase(registered, path, body)(cast)), version: 0 });

export const TRACKER_RECIPES: Record<string, Recipe> = {
  'GET /transitions': ({ users }) => ({ user: users.SIP_COORDINATOR, path: '/transitions' }),
  'GET /cases/:id/transition': reading('/transition'),
  'PUT /cases/:id/transition': firstPut('/transition', ({ units, today }) => ({
    receiverUnitIds: [units.bup],
    outsideReceivers: [{ name: 'Vuxenpsykiatrin', contact: 'Anna Ek' }],
    handoverOn: today,
    informedOn: today,
  })),
  'POST /cases/:id/transition/start': withCase((work) => work.nearlyAdult(), '/transition/start'),
  'POST /cases/:id/transition/completion': withCase((work) => work.handedOver(), '/transition/completion'),

  'GET /cases/:id/health-examinations': reading('/health-examinations'),
  'PUT /cases/:id/health-examinations': firstPut('/health-examinations', (work) => ({
    kind: 'ORAL',
    requestedOn: work.daysAgo(40),
    offeredOn: work.daysAgo(20),
  })),

  'GET /cases/:id/attendance': reading('/attendance'),
  'PUT /cases/:id/attendance': firstPut('/attendance', ({ today }) => ({
    point: 'START',
    band: 'FROM_40_TO_80',
    recordedOn: today,
  })),

  'GET /evaluations': ({ users }) => ({ user: users.MANAGER, path: '/evaluations?year=2026' }),
  'POST /evaluations': async (cast) => ({
    user: (await caseworkOf(cast)).coordinator,
    path: '/evaluations',
    body: { variant: 'CHILD', ...SCORES },
  }),
};
