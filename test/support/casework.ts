import { DEFAULT_AGREEMENT } from '../../libs/directory/index.ts';
import { addDays, Clock, localTime } from '../../libs/platform/index.ts';
import { made, type Row } from './answer.ts';
import type { TestUser } from './user.ts';
import type { World } from './world.ts';

/** Test numbers from Skatteverket's public series: children, 12 digits (domain reference 8.3). */
const CHILDREN = [
  '201103012389',
  '201108082387',
  '201203042385',
  '201204132391',
  '201305302380',
  '201311092397',
  '201402142390',
  '201411082389',
  '201507182390',
  '201509172381',
  '201605062395',
  '201608302392',
  '201710082387',
  '201706032396',
  '201810212397',
  '201812272381',
  '201904102389',
  '201907312381',
  '202003132392',
  '202004192387',
];

/** Every category of the default agreement. */
export const EVERYTHING = DEFAULT_AGREEMENT.sip.categories.map(({ code }) => code);

/** The local time an hour from now, or as many hours as it takes to a time that does not come twice when the clocks go back. */
export function soonAfter(now: Date): string {
  const inHours = (hours: number) => localTime(new Date(now.getTime() + hours * 3_600_000));
  const comesOnce = (hours: number) => ![inHours(hours - 1), inHours(hours + 1)].includes(inHours(hours));
  return inHours([1, 2, 3].find(comesOnce)!);
}

let reserve = 0;

/** A SIP coordinator in a unit of her own, and the steps that take a child's case as far as a test needs it. */
export class Casework {
  private children = 0;

  private constructor(
    readonly world: World,
    readonly coordinator: TestUser,
    /** Units that take part: one municipal, one of the region. */
    readonly units: { social: string; bup: string; school: string },
    /** Staff of the parties, who read what is disclosed to them. */
    readonly staff: { social: TestUser; bup: TestUser },
  ) {}

  static async in(world: World, coordinator?: TestUser): Promise<Casework> {
    const [social, bup, school] = await Promise.all(['social', 'bup', 'school'].map((name) => world.unit(name)));
    const [own, socialStaff, bupStaff] = await Promise.all([
      coordinator ?? world.user('SIP_COORDINATOR', 'office'),
      world.user('REQUESTER', 'social'),
      world.user('REQUESTER', 'bup'),
    ]);
    return new Casework(
      world,
      own,
      { social: social!, bup: bup!, school: school! },
      { social: socialStaff, bup: bupStaff },
    );
  }

  /** Today in Stockholm, by the product's clock. */
  get today(): string {
    return this.world.test.app.get(Clock).today();
  }

  daysAgo(days: number): string {
    return addDays(this.today, -days);
  }

  /** A child with one guardian, or as many as asked for. The first twenty have personal identity numbers, later ones reserve numbers. */
  async child(content: object = {}, guardians = 1): Promise<Row> {
    const number = CHILDREN[this.children++];
    const identity = number
      ? { identityKind: 'PERSONNUMMER', identity: number }
      : {
          identityKind: 'RESERVNUMMER',
          identity: `9824${String(++reserve).padStart(4, '0')}AA`,
          birthDate: '2013-05-30',
        };
    const child = made(
      await this.coordinator.post('/children', { ...identity, givenName: 'Alva', familyName: 'Testsson', ...content }),
    );
    for (let i = 0; i < guardians; i++) await this.guardian(child.id, { name: `Vårdnadshavare ${i + 1}` });
    return child;
  }

  async guardian(childId: string, content: object = {}): Promise<Row> {
    return made(await this.coordinator.post(`/children/${childId}/guardians`, { name: 'Robin Testsson', ...content }));
  }

  /** A case whose need was seen today, with social services and BUP as parties. */
  async registered(content: object = {}): Promise<Row> {
    const childId = (content as { childId?: string }).childId ?? (await this.child()).id;
    return made(
      await this.coordinator.post('/cases', {
        childId,
        kind: 'STATUTORY_SIP',
        needOn: this.today,
        askedBy: 'STAFF',
        initiatingUnitId: this.units.social,
        need: 'Skolgång och behandling behöver gå ihop.',
        unitIds: [this.units.social, this.units.bup],
        ...content,
      }),
    );
  }

  async offered(content: object = {}): Promise<Row> {
    const sip = await this.registered(content);
    return this.step(sip, 'offer', {
      offeredOn: this.today,
      informed: 'Samtal med vårdnadshavaren.',
      childInformed: 'I samtal med kuratorn.',
    });
  }

  async consentPending(content: object = {}): Promise<Row> {
    return this.step(await this.offered(content), 'acceptance');
  }

  /** An answer about consent, a written yes from the child unless said otherwise; answers the case's consents. */
  async consent(caseId: string, answer: object = {}): Promise<Row> {
    const yes = { purpose: 'PLAN', consenter: 'CHILD', given: true, form: 'WRITTEN', decidedOn: this.today };
    const valid = { validTo: addDays(this.today, 300) };
    return made(await this.coordinator.post(`/cases/${caseId}/consents`, { ...yes, ...valid, ...answer }));
  }

  /** A case in which everybody has consented to everything. */
  async consented(content: object = {}): Promise<Row> {
    const { id } = await this.consentPending(content);
    return this.consentAll(id);
  }

  /** The child and every guardian consent to the plan, and to every party being told everything; answers the case. */
  async consentAll(id: string): Promise<Row> {
    const { consenters, parties } = made(await this.coordinator.get(`/cases/${id}/consents`)) as Row & {
      consenters: { consenter: string; guardianId?: string }[];
      parties: { unit: Row }[];
    };
    const scope = { unitIds: parties.map(({ unit }) => unit.id), categories: EVERYTHING };
    for (const { consenter, guardianId } of consenters) {
      const who = { consenter, ...(guardianId && { guardianId }) };
      await this.consent(id, who);
      await this.consent(id, { ...who, purpose: 'DISCLOSURE', ...scope });
    }
    return this.read(id);
  }

  /** Calls both parties to a meeting an hour from now, and answers the case. */
  async summoned(content: object = {}): Promise<Row> {
    const sip = await this.consented(content);
    await this.meeting(sip);
    return this.read(sip.id);
  }

  /** A meeting an hour from now, with both parties summoned. */
  meetingPlan(content: object = {}): object {
    return {
      startsAt: soonAfter(this.world.test.app.get(Clock).now()),
      minutes: 60,
      place: 'Björkskolan, rum 12',
      calls: [this.units.social, this.units.bup].map((unitId) => ({ unitId, call: 'SUMMONS' })),
      guardianIds: [],
      childInvited: true,
      purpose: 'Göra en plan för skolgång och behandling.',
      questions: ['Vem gör vad?'],
      participation: 'Är med första halvan.',
      ...content,
    };
  }

  /** A meeting of the case; the meeting itself. */
  async meeting({ id, version }: Row, content: object = {}): Promise<Row> {
    return made(await this.coordinator.post(`/cases/${id}/meetings`, this.meetingPlan(content), version));
  }

  /** The record of a meeting that everybody came to, the child too. */
  held(content: object = {}): object {
    return {
      heldOn: this.today,
      chair: 'Karin Berg',
      recorder: 'Anna Ek',
      childPart: 'PRESENT',
      attendance: [this.units.social, this.units.bup].map((unitId) => ({ unitId, attendance: 'PRESENT' })),
      ...content,
    };
  }

  /** The first meeting has been held today; answers the case. */
  async meetingHeld(content: object = {}): Promise<Row> {
    const meeting = await this.meeting(await this.consented(content));
    made(await this.coordinator.post(`/meetings/${meeting.id}/holding`, this.held(), meeting.version));
    return this.read(String(meeting['caseId']));
  }

  /** A whole plan, with a promise from each party, followed up in 90 days. */
  plan(content: object = {}) {
    const { social, bup } = this.units;
    return {
      childsWords: 'Jag vill ha lugnt på lektionerna.',
      guardiansWords: 'Vi vill att hon orkar gå till skolan.',
      needs: [{ id: 'n1', text: 'Komma till skolan varje dag.' }],
      goals: [{ id: 'g1', text: 'I skolan fyra dagar i veckan.', term: 'SHORT', needId: 'n1' }],
      interventions: [
        { id: 'i1', text: 'Samtal varje vecka.', unitId: bup, goalId: 'g1', dueOn: addDays(this.today, 60) },
        { id: 'i2', text: 'Kontaktperson i familjen.', unitId: social, startOn: this.today },
      ],
      measuresByOthers: '',
      noMeasuresByOthers: true,
      lead: { unitId: social, person: 'Erik Lund, socialsekreterare' },
      followUpOn: addDays(this.today, 90),
      followUpCalledByUnitId: social,
      familyAgrees: true,
      childVersion: 'Vi hjälps åt så att det blir lättare att gå till skolan.',
      ...content,
    };
  }

  /** The plan of a case as it is written now. */
  async planOn(caseId: string): Promise<Row> {
    return made(await this.coordinator.get(`/cases/${caseId}/plan`));
  }

  /** A whole plan stands in the draft; answers the case, which is about what `about` says. */
  async planDrafted(content: object = {}, about: object = {}): Promise<Row> {
    const { id } = await this.meetingHeld(about);
    made(await this.coordinator.put(`/cases/${id}/plan`, this.plan(content), 0));
    return this.read(id);
  }

  /** The first plan is confirmed; answers the case. */
  async planActive(content: object = {}, about: object = {}): Promise<Row> {
    const { id } = await this.planDrafted(content, about);
    made(await this.coordinator.post(`/cases/${id}/plan/confirmation`, undefined, 1));
    return this.read(id);
  }

  /** A plan is running for somebody who is of age in so many days; before the steps that lead there, as the owner of the schema. */
  async planOf(daysTo18: number, state = 'PLAN_ACTIVE'): Promise<Row> {
    const day = addDays(this.today, daysTo18);
    // Nobody comes of age on 29 February: the day before it, or after it if it is still to come.
    const adultOn = day.endsWith('-02-29') ? addDays(day, daysTo18 > 0 ? 1 : -1) : day;
    const birthDate = `${Number(adultOn.slice(0, 4)) - 18}${adultOn.slice(4)}`;
    const child = await this.child();
    const sip = await this.offered({ childId: child.id });
    const { owner } = this.world.test;
    await owner.query('update child set birth_date = $2 where id = $1', [child.id, birthDate]);
    await owner.query('update sip_case set state = $2, need_on = need_on - 30 where id = $1', [sip.id, state]);
    return this.read(sip.id);
  }

  /** A plan is running, and in two months the child is of age. */
  nearlyAdult(): Promise<Row> {
    return this.planOf(60);
  }

  /** The child came of age yesterday, is handed over and has consented anew. */
  async handedOver(): Promise<Row> {
    const { id } = await this.planOf(-1, 'TRANSITION');
    const handover = { receiverUnitIds: [this.units.bup], outsideReceivers: [] };
    const days = { handoverOn: this.today, informedOn: this.today };
    made(await this.coordinator.put(`/cases/${id}/transition`, { ...handover, ...days }, 0));
    const own = { purpose: 'PLAN', consenter: 'CHILD', given: true, form: 'WRITTEN' };
    const valid = { decidedOn: this.today, validTo: addDays(this.today, 90) };
    made(await this.coordinator.post(`/cases/${id}/consents`, { ...own, ...valid }));
    return this.read(id);
  }

  /** How it went with every goal and intervention of the whole plan. */
  followUp(content: object = {}): object {
    return {
      heldOn: this.today,
      goals: [{ goalId: 'g1', result: 'PARTLY' }],
      interventions: [
        { interventionId: 'i1', result: 'DONE' },
        { interventionId: 'i2', result: 'ONGOING' },
      ],
      decision: 'CONTINUE',
      ...content,
    };
  }

  /** The first plan has been followed up, and the next one is to be written; answers the case. */
  async followedUp(content: object = {}): Promise<Row> {
    const sip = await this.planActive();
    await this.step(sip, 'follow-ups', this.followUp(content));
    return this.read(sip.id);
  }

  /** How the whole plan ended: the goal was met. */
  closing(content: object = {}): object {
    return {
      reason: 'GOALS_MET',
      endedOn: this.today,
      withFamily: true,
      note: '',
      goals: [{ goalId: 'g1', result: 'MET' }],
      leavesOpenInterventions: true,
      ...content,
    };
  }

  /** Followed up once and closed; answers the case. */
  async closed(content: object = {}): Promise<Row> {
    const sip = await this.followedUp({ decision: 'CLOSE' });
    await this.step(sip, 'closing', this.closing(content));
    return this.read(sip.id);
  }

  /** Takes a step with the case as it is now. */
  async step({ id, version }: Row, step: string, body?: object): Promise<Row> {
    return made(await this.coordinator.post(`/cases/${id}/${step}`, body, version));
  }

  async read(id: string): Promise<Row> {
    return made(await this.coordinator.get(`/cases/${id}`));
  }
}
