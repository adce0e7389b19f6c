import { Casework } from './casework.ts';
import type { Cast } from './cast.ts';
import { made, type Row } from './answer.ts';
import type { Recipe } from './recipe.ts';

const casework = new WeakMap<Cast, Promise<Casework>>();

/** The cast's SIP cases: held by its coordinator's unit. */
export function caseworkOf(cast: Cast): Promise<Casework> {
  const known = casework.get(cast) ?? Casework.in(cast.world, cast.users.SIP_COORDINATOR);
  casework.set(cast, known);
  return known;
}

/** A step that the coordinator takes with a case that is as far as `stage` says. */
export const withCase =
  (
    stage: (work: Casework) => Promise<Row>,
    step = '',
    body?: object | ((work: Casework, sip: Row) => object | Promise<object>),
  ): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const sip = await stage(work);
    return {
      user: work.coordinator,
      path: `/cases/${sip.id}${step}`,
      version: sip.version,
      ...(body && { body: typeof body === 'function' ? await body(work, sip) : body }),
    };
  };

/** The same of something that has no version, or is only read. */
export const unversioned =
  (...prepared: Parameters<typeof withCase>): Recipe =>
  async (cast) => {
    const { version: _, ...call } = await withCase(...prepared)(cast);
    return call;
  };

let units = 0;

const registered = (work: Casework) => work.registered();
const offered = (work: Casework) => work.offered();

/** A case with an offer to a colleague, and the colleague. */
async function offeredToColleague(cast: Cast) {
  const work = await caseworkOf(cast);
  const colleague = await cast.world.user('SIP_COORDINATOR', 'office');
  const { acting } = (await colleague.get('/session')).body as { acting: Row };
  const sip = await work.registered();
  const offer = await work.step(sip, 'handover', { assignmentId: acting.id, note: 'Jag är ledig från måndag.' });
  return { work, colleague, sip: offer };
}

/** A summons that is being written, saved once; what is done with its draft. */
const withDraft =
  (body?: object): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const { id } = await work.consented();
    const path = `/cases/${id}/draft?form=SUMMONS`;
    const { version } = made(await work.coordinator.put(path, { content: { place: 'Rum 12' } }, 0));
    return { user: work.coordinator, path, version, ...(body && { body }) };
  };

export const CASE_RECIPES: Record<string, Recipe> = {
  'GET /cases': ({ users }) => ({ user: users.SIP_COORDINATOR, path: '/cases' }),
  'POST /cases': async (cast) => {
    const work = await caseworkOf(cast);
    const body = {
      childId: (await work.child()).id,
      kind: 'AGREEMENT_SIP',
      needOn: work.today,
      askedBy: 'GUARDIAN',
      initiatingUnitId: work.units.school,
      need: 'Skolgången behöver stöd från flera.',
      unitIds: [work.units.school],
    };
    return { user: work.coordinator, path: '/cases', body };
  },
  'GET /cases/day': ({ users }) => ({ user: users.SIP_COORDINATOR, path: '/cases/day' }),
  'GET /cases/:id': unversioned(registered),
  'GET /cases/:id/cover': unversioned(registered, '/cover'),
  'GET /cases/:id/draft': unversioned((work) => work.consented(), '/draft?form=SUMMONS'),
  'PUT /cases/:id/draft': withDraft({ content: { place: 'Rum 12', questions: ['Vem gör vad?'] } }),
  'DELETE /cases/:id/draft': withDraft(),
  'GET /cases/:id/receivers': unversioned(registered, '/receivers'),
  'GET /cases/:id/timeline': unversioned(registered, '/timeline'),
  'PATCH /cases/:id': withCase(registered, '', { questions: ['Vem gör vad?'] }),
  'POST /cases/:id/offer': withCase(registered, '/offer', ({ today }: Casework) => ({
    offeredOn: today,
    informed: 'Samtal.',
    childInformed: 'Samtal med kuratorn.',
  })),
  'POST /cases/:id/acceptance': withCase(offered, '/acceptance'),
  'POST /cases/:id/decline': withCase(offered, '/decline', ({ today }: Casework) => ({
    on: today,
    reason: 'Vill vänta.',
  })),
  'POST /cases/:id/denial': withCase(registered, '/denial', ({ today }: Casework) => ({
    on: today,
    reason: 'En samordnad vårdplan finns redan.',
  })),
  'POST /cases/:id/parties': withCase(registered, '/parties', ({ units }: Casework) => ({ unitId: units.school })),
  'POST /parties/:id/leaving': async (cast) => {
    const work = await caseworkOf(cast);
    const sip = (await work.registered()) as Row & { parties: Row[] };
    return {
      user: work.coordinator,
      path: `/parties/${sip.parties[0]!.id}/leaving`,
      version: sip.version,
      body: { leftOn: work.today, reason: 'Insatsen är avslutad.' },
    };
  },
  'PUT /cases/:id/roles': withCase(registered, '/roles', { role: 'CHAIR', name: 'Anna Ek, kurator' }),
  'POST /cases/:id/handover': async (cast) => {
    const colleague = await cast.world.user('SIP_COORDINATOR', 'office');
    const { acting } = (await colleague.get('/session')).body as { acting: Row };
    return withCase(registered, '/handover', { assignmentId: acting.id })(cast);
  },
  'POST /cases/:id/takeover': async (cast) => {
    const unit = `left-${++units}`;
    const [gone, colleague] = [
      await cast.world.user('SIP_COORDINATOR', unit),
      await cast.world.user('SIP_COORDINATOR', unit),
    ];
    const { id, version, coordinator } = (await (await Casework.in(cast.world, gone)).registered()) as Row & {
      coordinator: Row;
    };
    await cast.world.test.owner.query('update assignment set ended_at = now() where id = $1', [coordinator.id]);
    return { user: colleague, path: `/cases/${id}/takeover`, version };
  },
  'POST /cases/:id/handover/acceptance': async (cast) => {
    const { colleague, sip } = await offeredToColleague(cast);
    return { user: colleague, path: `/cases/${sip.id}/handover/acceptance`, version: sip.version };
  },
  'POST /cases/:id/handover/decline': async (cast) => {
    const { colleague, sip } = await offeredToColleague(cast);
    return { user: colleague, path: `/cases/${sip.id}/handover/decline`, version: sip.version };
  },
  'POST /cases/:id/handover/withdrawal': async (cast) => {
    const { work, sip } = await offeredToColleague(cast);
    return { user: work.coordinator, path: `/cases/${sip.id}/handover/withdrawal`, version: sip.version };
  },
};
