import { caseworkOf, withCase } from './case-recipes.ts';
import type { Casework } from './casework.ts';
import type { Cast } from './cast.ts';
import { made, type Row } from './answer.ts';
import type { Recipe } from './recipe.ts';

const consentPending = (work: Casework) => work.consentPending();
const consented = (work: Casework) => work.consented();

/** A call about a case that builds on no version of it. */
const onCase =
  (...asked: Parameters<typeof withCase>): Recipe =>
  async (cast) => {
    const { version: _version, ...call } = await withCase(...asked)(cast);
    return call;
  };

/** Something of a case's consents, and the coordinator's step with it. */
const withPart =
  (noun: string, step: string, part: (work: Casework) => Promise<Row>, body?: object): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const { id } = await part(work);
    return { user: work.coordinator, path: `/${noun}/${id}${step}`, ...(body && { body }) };
  };

async function firstConsent(work: Casework): Promise<Row> {
  const { id } = await work.consentPending();
  const { consents } = (await work.consent(id)) as Row & { consents: Row[] };
  return consents[0]!;
}

/** A child with two guardians, and why the other's consent is not needed. */
async function excepted(work: Casework) {
  const { id } = await work.consentPending({ childId: (await work.child({}, 2)).id });
  const { consenters } = made(await work.coordinator.get(`/cases/${id}/consents`)) as Row & {
    consenters: { guardianId?: string }[];
  };
  const body = {
    guardianId: consenters.at(-1)!.guardianId,
    kind: 'OTHER_GUARDIAN_PREVENTED',
    decidedOn: work.today,
    reason: 'Går inte att nå utomlands, och mötet kan inte vänta.',
  };
  return { id, body };
}

async function exception(work: Casework): Promise<Row> {
  const { id, body } = await excepted(work);
  const view = made(await work.coordinator.post(`/cases/${id}/consent-exceptions`, body)) as Row & {
    exceptions: Row[];
  };
  return view.exceptions[0]!;
}

const groundOf = ({ units, today }: Casework) => ({
  ground: 'LEGAL_DUTY',
  unitId: units.social,
  categories: ['IDENTITY'],
  decidedOn: today,
  decidedBy: 'Eva Lund, enhetschef',
  note: 'Begärt av socialnämnden i en utredning.',
});

async function ground(work: Casework): Promise<Row> {
  const { id } = await work.consentPending();
  const view = made(await work.coordinator.post(`/cases/${id}/disclosure-grounds`, groundOf(work)));
  return (view as Row & { grounds: Row[] }).grounds[0]!;
}

async function stopped(work: Casework): Promise<Row> {
  const { id } = await work.consented();
  const { consents } = made(await work.coordinator.get(`/cases/${id}/consents`)) as Row & { consents: Row[] };
  const plan = consents.find(({ purpose }) => purpose === 'PLAN')!;
  made(await work.coordinator.post(`/consents/${plan.id}/withdrawal`, { by: 'Barnet självt' }));
  return work.read(id);
}

/** A case whose last missing guardian is no longer one. */
async function completeWithoutAnswer(work: Casework): Promise<Row> {
  const child = await work.child({ givenName: 'Bo', birthDate: '2019-01-15' }, 1);
  const other = await work.guardian(child.id, { name: 'Kim Testsson' });
  const { id } = await work.consentPending({ childId: child.id });
  const { consenters } = made(await work.coordinator.get(`/cases/${id}/consents`)) as Row & {
    consenters: { guardianId?: string }[];
  };
  const { guardianId } = consenters.find((one) => one.guardianId && one.guardianId !== other.id)!;
  const by = { consenter: 'GUARDIAN', guardianId };
  await work.consent(id, by);
  await work.consent(id, { ...by, purpose: 'DISCLOSURE', unitIds: [work.units.bup], categories: ['PLAN'] });
  made(await work.coordinator.post(`/guardians/${other.id}/end`, { reason: 'ENTERED_BY_MISTAKE' }, other.version));
  return work.read(id);
}

const toBup = ({ units }: Casework) => ({ what: 'CASE', units: [{ unitId: units.bup }] });

async function received(cast: Cast, path: (sip: Row) => string) {
  const work = await caseworkOf(cast);
  const sip = await work.consented();
  made(await work.coordinator.post(`/cases/${sip.id}/disclosures`, toBup(work)));
  return { user: work.staff.bup, path: path(sip) };
}

export const CONSENT_RECIPES: Record<string, Recipe> = {
  'GET /cases/:id/consents': onCase(consentPending, '/consents'),
  'POST /cases/:id/consents': onCase(consentPending, '/consents', ({ today }: Casework) => ({
    purpose: 'PLAN',
    consenter: 'CHILD',
    given: true,
    form: 'ORAL',
    decidedOn: today,
    validTo: today,
    documentedBy: 'Karin Berg, samordnare',
    note: 'Svarade i samtal.',
  })),
  'POST /consents/:id/withdrawal': withPart('consents', '/withdrawal', firstConsent, { by: 'Barnet självt' }),
  'POST /cases/:id/consent-renewal': withCase(stopped, '/consent-renewal'),
  'POST /cases/:id/consent-completion': withCase(completeWithoutAnswer, '/consent-completion'),
  'POST /cases/:id/consent-exceptions': async (cast) => {
    const work = await caseworkOf(cast);
    const { id, body } = await excepted(work);
    return { user: work.coordinator, path: `/cases/${id}/consent-exceptions`, body };
  },
  'POST /consent-exceptions/:id/end': withPart('consent-exceptions', '/end', exception),
  'POST /cases/:id/disclosure-grounds': onCase(consentPending, '/disclosure-grounds', groundOf),
  'POST /disclosure-grounds/:id/end': withPart('disclosure-grounds', '/end', ground),
  'GET /cases/:id/disclosures': onCase(consented, '/disclosures'),
  'POST /cases/:id/disclosures': onCase(consented, '/disclosures', toBup),
  'GET /disclosures/:id': withPart('disclosures', '', async (work) => {
    const { id } = await work.consented();
    const view = made(await work.coordinator.post(`/cases/${id}/disclosures`, toBup(work)));
    return (view as Row & { disclosures: Row[] }).disclosures[0]!;
  }),
  'GET /cases/:id/family-extract': onCase(consented, '/family-extract'),
  'GET /parties/:id/readers': withPart('parties', '/readers', async (work) => {
    const { parties } = (await work.registered()) as Row & { parties: Row[] };
    return parties[0]!;
  }),
  'GET /received-cases': (cast) => received(cast, () => '/received-cases'),
  'GET /received-cases/:id': (cast) => received(cast, ({ id }) => `/received-cases/${id}`),
};
