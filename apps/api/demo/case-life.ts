import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../../libs/platform/index.ts';
import type { DemoChild } from './children.ts';
import type { Answer, DemoUser } from './demo-user.ts';

/** Units that the demo's cases are made with, by kind of service. */
export type DemoUnits = Record<'PUPIL_HEALTH' | 'SOCIAL_SERVICES' | 'CHILD_PSYCHIATRY' | 'PRIMARY_CARE', string>;

type Guardian = { id: string; name: string };
type Consents = {
  consents: { id: string; purpose: string }[];
  consenters: { consenter: 'CHILD' | 'GUARDIAN'; guardianId?: string; required: boolean }[];
};

const CATEGORIES = ['IDENTITY', 'MEETING', 'PLAN', 'SCHOOL'];

/** One child's case, lived through step by step as its coordinator would, with the clock turned to each day. */
export class CaseLife {
  private id = '';
  private guardians: Guardian[] = [];
  private meeting: Answer = { id: '', version: 0 };

  constructor(
    private readonly child: DemoChild,
    private readonly coordinator: DemoUser,
    private readonly units: DemoUnits,
    private readonly today: Temporal.PlainDate,
    private readonly turnClock: (at: Date) => void,
  ) {}

  /** The units that take part: always one of the municipality and one of the region. */
  private get parties(): string[] {
    return [this.units.PUPIL_HEALTH, this.units.SOCIAL_SERVICES, this.care];
  }

  /** The region's unit: primary care where no statutory SIP was needed. */
  private get care(): string {
    const { CHILD_PSYCHIATRY, PRIMARY_CARE } = this.units;
    return this.child.kind === 'AGREEMENT_SIP' ? PRIMARY_CARE : CHILD_PSYCHIATRY;
  }

  async register(daysAgo: number): Promise<void> {
    this.turn(daysAgo);
    const { identity, birthDate, givenName, familyName, protection, school, guardians } = this.child;
    const child = await this.coordinator.ask('POST', '/children', {
      identityKind: birthDate ? 'RESERVNUMMER' : 'PERSONNUMMER',
      identity,
      ...(birthDate && { birthDate }),
      givenName,
      familyName,
      ...(protection && { protection }),
      ...(school && { school }),
    });
    for (const guardian of guardians) await this.coordinator.ask('POST', `/children/${child.id}/guardians`, guardian);
    const known = await this.coordinator.ask<{ guardians: Guardian[] }>('GET', `/children/${child.id}`);
    this.guardians = known.guardians;
    const { kind, askedBy, need } = this.child;
    const sip = await this.coordinator.ask('POST', '/cases', {
      childId: child.id,
      kind,
      askedBy,
      need,
      needOn: this.day(daysAgo),
      initiatingUnitId: this.units.PUPIL_HEALTH,
      unitIds: this.parties,
    });
    this.id = sip.id;
    await this.step('PATCH', '', {
      questions: [this.child.question],
      participation: 'Är med i början, tillsammans med sin kontaktperson, och får en sammanfattning efteråt.',
    });
  }

  async offer(daysAgo: number): Promise<void> {
    this.turn(daysAgo);
    await this.step('POST', '/offer', {
      offeredOn: this.day(daysAgo),
      informed: 'Samtal på skolan. Familjen fick broschyren om SIP.',
      childInformed: 'I samtal med kuratorn, med bildstöd.',
    });
  }

  async accept(daysAgo: number): Promise<void> {
    this.turn(daysAgo);
    await this.step('POST', '/acceptance');
  }

  async refuse(daysAgo: number, by: 'decline' | 'denial', reason: string): Promise<void> {
    this.turn(daysAgo);
    await this.step('POST', `/${by}`, { on: this.day(daysAgo), reason });
  }

  /** Everybody who must consents, to the plan and to disclosure; or all but the last. */
  async consent(daysAgo: number, who: 'everybody' | 'all but one' = 'everybody'): Promise<void> {
    this.turn(daysAgo);
    const { consenters } = await this.coordinator.ask<Consents>('GET', `/cases/${this.id}/consents`);
    // From eleven the child is asked too, so that a twelfth birthday on the way stops nothing.
    const { identity, birthDate = identity } = this.child;
    const asked = Number(birthDate.slice(0, 4)) <= this.today.year - 11;
    const required = consenters.filter((each) => each.required || (asked && each.consenter === 'CHILD'));
    for (const { consenter, guardianId } of who === 'everybody' ? required : required.slice(0, -1)) {
      const answer = {
        consenter,
        ...(guardianId && { guardianId }),
        given: true,
        form: 'WRITTEN',
        decidedOn: this.day(daysAgo),
        validTo: this.today.subtract({ days: daysAgo }).add({ days: 360 }).toString(),
      };
      await this.coordinator.ask('POST', `/cases/${this.id}/consents`, { ...answer, purpose: 'PLAN' });
      await this.coordinator.ask('POST', `/cases/${this.id}/consents`, {
        ...answer,
        purpose: 'DISCLOSURE',
        unitIds: this.parties,
        categories: CATEGORIES,
        exclusions: 'Inget om föräldrarnas egen vård.',
      });
    }
  }

  /** Calls every party to a meeting on a day. */
  async call(daysAgo: number, meetingDaysAgo: number): Promise<void> {
    this.turn(daysAgo);
    this.meeting = await this.step('POST', '/meetings', {
      startsAt: `${this.day(meetingDaysAgo)}T13:00`,
      minutes: 60,
      place: 'Familjens hus, rum Granen',
      calls: this.parties.map((unitId) => ({ unitId, call: 'SUMMONS' })),
      guardianIds: this.guardians.map(({ id }) => id),
      childInvited: true,
      purpose: this.child.need,
      questions: [this.child.question],
      participation: 'Är med i början.',
    });
  }

  /** Holds the meeting that was called; one party may stay away without a word. */
  async hold(daysAgo: number, absent?: string): Promise<void> {
    this.turn(daysAgo, '14:05');
    await this.coordinator.ask(
      'POST',
      `/meetings/${this.meeting.id}/holding`,
      {
        heldOn: this.day(daysAgo),
        chair: 'Karin Berg, SIP-samordnare',
        recorder: 'Elin Dahl, SIP-samordnare',
        childPart: 'IN_PART',
        attendance: this.parties.map((unitId) => ({ unitId, attendance: unitId === absent ? 'ABSENT' : 'PRESENT' })),
        guardians: this.guardians.map(({ id }) => ({ guardianId: id, present: true })),
      },
      this.meeting.version,
    );
  }

  async writePlan(daysAgo: number, followUpInDays: number): Promise<void> {
    this.turn(daysAgo, '14:30');
    const plan = await this.coordinator.ask('GET', `/cases/${this.id}/plan`);
    await this.coordinator.ask('PUT', `/cases/${this.id}/plan`, this.plan(daysAgo, followUpInDays), plan.version);
  }

  async confirmPlan(daysAgo: number): Promise<void> {
    this.turn(daysAgo, '15:00');
    const plan = await this.coordinator.ask('GET', `/cases/${this.id}/plan`);
    await this.coordinator.ask('POST', `/cases/${this.id}/plan/confirmation`, undefined, plan.version);
  }

  /** Every unit, the guardians and the child get a copy. */
  async disclose(daysAgo: number, what: 'PLAN' | 'FOLLOW_UP'): Promise<void> {
    this.turn(daysAgo, what === 'PLAN' ? '15:20' : '13:50');
    await this.coordinator.ask('POST', `/cases/${this.id}/disclosures`, {
      what,
      units: this.parties.map((unitId) => ({ unitId })),
      guardianIds: this.guardians.map(({ id }) => id),
      child: true,
    });
  }

  async followUp(daysAgo: number, decision: 'CONTINUE' | 'CLOSE'): Promise<void> {
    this.turn(daysAgo, '13:40');
    const done = decision === 'CLOSE';
    await this.step('POST', '/follow-ups', {
      heldOn: this.day(daysAgo),
      goals: [
        { goalId: 'mal1', result: done ? 'MET' : 'PARTLY', note: 'Tre dagar i veckan, och det känns bättre.' },
        { goalId: 'mal2', result: done ? 'MET' : 'PARTLY' },
      ],
      interventions: [
        { interventionId: 'insats1', result: done ? 'DONE' : 'ONGOING' },
        { interventionId: 'insats2', result: done ? 'DONE' : 'ONGOING' },
        done
          ? { interventionId: 'insats3', result: 'DONE' }
          : { interventionId: 'insats3', result: 'NOT_DONE', why: 'Behandlaren slutade, en ny börjar om två veckor.' },
      ],
      decision,
    });
  }

  async close(daysAgo: number): Promise<void> {
    this.turn(daysAgo);
    await this.step('POST', '/closing', {
      reason: 'GOALS_MET',
      endedOn: this.day(daysAgo),
      withFamily: true,
      note: 'Familjen och alla parter är överens om att målen är nådda.',
      goals: [
        { goalId: 'mal1', result: 'MET' },
        { goalId: 'mal2', result: 'MET' },
      ],
      leavesOpenInterventions: false,
    });
  }

  /** One of those who consented to the plan takes it back. */
  async withdraw(daysAgo: number): Promise<void> {
    this.turn(daysAgo);
    const { consents } = await this.coordinator.ask<Consents>('GET', `/cases/${this.id}/consents`);
    const consent = consents.find(({ purpose }) => purpose === 'PLAN')!;
    await this.coordinator.ask('POST', `/consents/${consent.id}/withdrawal`, {
      by: 'Vårdnadshavaren, per telefon',
      reason: 'Vill prata med barnet först.',
    });
  }

  async beginTransition(daysAgo: number): Promise<void> {
    this.turn(daysAgo);
    await this.coordinator.ask(
      'PUT',
      `/cases/${this.id}/transition`,
      {
        receiverUnitIds: [this.units.PRIMARY_CARE],
        outsideReceivers: [{ name: 'Vuxenpsykiatrin i Almby' }],
        informedOn: this.day(daysAgo),
      },
      0,
    );
    await this.step('POST', '/transition/start');
  }

  /** A step with the case as it is now. */
  async step(method: 'POST' | 'PATCH', path: string, body?: object): Promise<Answer> {
    const { version } = await this.coordinator.ask('GET', `/cases/${this.id}`);
    return this.coordinator.ask(method, `/cases/${this.id}${path}`, body, version);
  }

  day(daysAgo: number): string {
    return this.today.subtract({ days: daysAgo }).toString();
  }

  turn(daysAgo: number, time = '09:10'): void {
    this.turnClock(instantOf(`${this.day(daysAgo)}T${time}`));
  }

  private plan(daysAgo: number, followUpInDays: number): object {
    const { need, childsWords, goal } = this.child;
    const { PUPIL_HEALTH, SOCIAL_SERVICES } = this.units;
    const from = this.today.subtract({ days: daysAgo });
    const [startOn, dueOn] = [from.toString(), from.add({ days: followUpInDays }).toString()];
    return {
      childsWords,
      guardiansWords: 'Vi vill att någon håller i det, och att vi slipper ringa runt.',
      needs: [{ id: 'behov1', text: need }],
      goals: [
        { id: 'mal1', text: goal, term: 'SHORT', needId: 'behov1', targetState: 'Så har det varit i fyra veckor.' },
        { id: 'mal2', text: 'Mår bra i vardagen och vet vem som hjälper till.', term: 'LONG', needId: 'behov1' },
      ],
      interventions: [
        {
          id: 'insats1',
          text: 'Anpassad skoldag med kort avstämning varje morgon.',
          unitId: PUPIL_HEALTH,
          goalId: 'mal1',
          startOn,
          dueOn,
        },
        {
          id: 'insats2',
          text: 'Familjebehandlare varannan vecka.',
          unitId: SOCIAL_SERVICES,
          goalId: 'mal2',
          startOn,
          dueOn,
        },
        {
          id: 'insats3',
          text: 'Samtalsbehandling en gång i veckan.',
          unitId: this.care,
          goalId: 'mal1',
          startOn,
          dueOn,
        },
      ],
      measuresByOthers: 'Mormor hämtar efter skolan på onsdagar.',
      noMeasuresByOthers: false,
      lead: { unitId: SOCIAL_SERVICES, person: 'Jonas Vik, socialsekreterare' },
      followUpOn: from.add({ days: followUpInDays }).toString(),
      followUpCalledByUnitId: SOCIAL_SERVICES,
      familyAgrees: true,
      childVersion: 'Vi vuxna hjälps åt så att dina dagar blir lättare. Du får veta vem du kan prata med.',
    };
  }
}
