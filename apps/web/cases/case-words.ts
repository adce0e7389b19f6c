import { ageText } from '../children/child-words.ts';
import { relativeWords } from '../kit/date-words.ts';
import type { StateTone } from '../kit/state-tag.tsx';
import type { CaseAsker, CaseClock, CaseKind, CaseRoleName, CaseRow, CaseState, SipCase } from './case.ts';

/** The parts of a case's page, as its address has them: `/arenden/:id?del=samtycken`. */
export const CASE_PARTS = {
  oversikt: 'Översikt',
  personer: 'Personer',
  samtycken: 'Samtycken',
  moten: 'Möten',
  plan: 'Plan',
  uppfoljning: 'Uppföljning',
  utlamnat: 'Utlämnat',
  ovrigt: 'Övrigt',
  handelser: 'Händelser',
} as const;

export type CasePart = keyof typeof CASE_PARTS;

/** What the coordinator does next: in a part of the case's page, or on a page of its own. */
interface Next {
  verb: string;
  part: CasePart;
  page?: string;
}

/** What a state is called, and what usually comes next in it. */
interface StateWords {
  name: string;
  tone: StateTone;
  next?: Next;
}

const ASK_CONSENT: Next = { verb: 'Hämta samtycke', part: 'samtycken' };

const STATES: Record<CaseState, StateWords> = {
  NEED_IDENTIFIED: { name: 'Behov finns', tone: 'draft', next: { verb: 'Erbjud familjen SIP', part: 'oversikt' } },
  OFFERED: { name: 'Erbjuden', tone: 'waiting', next: { verb: 'Skriv familjens svar', part: 'oversikt' } },
  DECLINED_BY_FAMILY: { name: 'Familjen tackade nej', tone: 'stopped' },
  DENIED_BY_SERVICE: { name: 'Nekad', tone: 'stopped' },
  CONSENT_PENDING: {
    name: 'Väntar på samtycke',
    tone: 'waiting',
    next: ASK_CONSENT,
  },
  PREPARING: { name: 'Förbereds', tone: 'active', next: { verb: 'Kalla till möte', part: 'moten', page: 'kalla' } },
  SUMMONED: { name: 'Kallad till möte', tone: 'waiting', next: { verb: 'Håll mötet', part: 'moten' } },
  MEETING_HELD: { name: 'Möte hållet', tone: 'active', next: { verb: 'Skriv planen', part: 'plan', page: 'plan' } },
  PLAN_DRAFT: {
    name: 'Planen skrivs',
    tone: 'active',
    next: { verb: 'Skriv klart planen', part: 'plan', page: 'plan' },
  },
  PLAN_ACTIVE: { name: 'Plan gäller', tone: 'done', next: { verb: 'Följ upp planen', part: 'uppfoljning' } },
  FOLLOW_UP_DUE: {
    name: 'Dags att följa upp',
    tone: 'late',
    next: { verb: 'Följ upp planen', part: 'uppfoljning', page: 'uppfoljning' },
  },
  FOLLOW_UP_HELD: {
    name: 'Uppföljd',
    tone: 'active',
    next: { verb: 'Skriv den nya planen', part: 'plan', page: 'plan' },
  },
  CONSENT_WITHDRAWN: {
    name: 'Samtycket återkallat',
    tone: 'stopped',
    next: { verb: 'Fråga om nytt samtycke', part: 'samtycken' },
  },
  TRANSITION: { name: 'Övergång till vuxen', tone: 'active', next: { verb: 'Förbered övergången', part: 'ovrigt' } },
  CLOSED: { name: 'Avslutad', tone: 'done' },
};

export const stateWords = (state: CaseState): StateWords => STATES[state];

export const pathOf = (id: string, part: CasePart = 'oversikt'): string =>
  part === 'oversikt' ? `/arenden/${id}` : `/arenden/${id}?del=${part}`;

const CALL_AGAIN: Next = { verb: 'Kalla till ett nytt möte', part: 'moten', page: 'kalla' };
const CANCEL: Next = { verb: 'Ställ in det gamla mötet', part: 'moten' };
const CLOSE: Next = { verb: 'Avsluta ärendet', part: 'uppfoljning', page: 'avslut' };

type AheadOf = Pick<CaseRow, 'state' | 'planConsent' | 'meetingPlanned' | 'endingDecided'>;

/** What comes next: what the state says, unless the meeting that it waits for was cancelled or the follow-up decided to end. */
function stateAheadOf({ state, meetingPlanned, endingDecided }: AheadOf): Next | undefined {
  if (state === 'SUMMONED' && meetingPlanned === false) return CALL_AGAIN;
  // Called to before the consent was withdrawn and given anew.
  if (state === 'PREPARING' && meetingPlanned) return CANCEL;
  if (state === 'FOLLOW_UP_HELD' && endingDecided) return CLOSE;
  return STATES[state].next;
}

/**
 * A consent that has run out, or was never asked for anew at 18, comes before the rest: nothing can be disclosed or confirmed
 * without it. Only ending a case needs none.
 */
function aheadOf(sipCase: AheadOf): Next | undefined {
  const ahead = stateAheadOf(sipCase);
  const lapsed = sipCase.planConsent === 'MISSING' && sipCase.state !== 'CONSENT_WITHDRAWN';
  return lapsed && ahead && ahead !== CLOSE ? ASK_CONSENT : ahead;
}

const placeOf = (id: string, { page, part }: Next): string => (page ? `/arenden/${id}/${page}` : pathOf(id, part));

/** What the coordinator does next with a case, and where, in a list as on its own page; nothing in one that has ended. */
export function nextStepOf({
  id,
  ...sipCase
}: AheadOf & Pick<CaseRow, 'id'>): { verb: string; to: string; part?: CasePart } | undefined {
  const next = aheadOf(sipCase);
  // A step with a page of its own is taken there, and not in a part of the case's page.
  return next && { verb: next.verb, to: placeOf(id, next), ...(!next.page && { part: next.part }) };
}

/**
 * Whether the case may be ended from where it stands: not while its plan is to be followed up first, nor where ending already
 * is the next step.
 */
export const mayEndHere = ({ steps, ...sipCase }: AheadOf & Pick<SipCase, 'id' | 'steps'>): boolean =>
  steps.includes('close') && !steps.includes('hold-follow-up') && nextStepOf(sipCase)?.verb !== CLOSE.verb;

export const KINDS: Record<CaseKind, { name: string; help: string }> = {
  STATUTORY_SIP: {
    name: 'SIP enligt lag',
    help: 'Barnet behöver insatser från både socialtjänsten och vården.',
  },
  AGREEMENT_SIP: {
    name: 'SIP enligt överenskommelsen',
    help: 'Andra behov av samordning, till exempel mellan skola och BUP.',
  },
  DISCHARGE_SIP: {
    name: 'SIP inför utskrivning',
    help: 'Barnet är inskrivet i sluten vård. Kallelsen ska vara ute inom de dagar som lagen anger.',
  },
};

export const ASKERS: Record<CaseAsker, string> = {
  CHILD: 'Barnet',
  GUARDIAN: 'Vårdnadshavare',
  STAFF: 'Personal',
  OTHER: 'Någon annan',
};

export const ROLES: Record<CaseRoleName, string> = {
  COORDINATOR: 'Samordnare',
  INITIATOR: 'Initiativtagare',
  CONVENER: 'Sammankallande',
  CHAIR: 'Mötesledare',
  RECORDER: 'Dokumentansvarig',
  LEAD_UNIT: 'Huvudansvarig enhet',
  NAMED_CARE_CONTACT: 'Fast vårdkontakt',
};

const CLOCKS: Record<CaseClock['clock'], { running: string; met: string }> = {
  // A request that was denied was answered too, and nobody was asked.
  START: { running: 'Familjen ska ha fått besked', met: 'Familjen fick besked' },
  MEETING: { running: 'Första mötet ska hållas', met: 'Första mötet hölls' },
  DISCHARGE_SUMMONS: { running: 'Kallelsen ska vara ute', met: 'Kallelsen gick ut' },
  PLAN_SENT: { running: 'Planen ska vara klar', met: 'Planen blev klar' },
  FOLLOW_UP: { running: 'Planen ska följas upp', met: 'Planen följdes upp' },
  CONSENT: { running: 'Samtycket till planen ska förnyas', met: 'Samtycket förnyades' },
};

/** What a clock is about: what is to be done, or what was. */
export const clockName = ({ clock, metOn }: Pick<CaseClock, 'clock' | 'metOn'>): string =>
  metOn ? CLOCKS[clock].met : CLOCKS[clock].running;

/** How a deadline stands, in words: `för sent, skulle varit klart för 3 dagar sedan`, `om 4 dagar`, `i tid`. */
export function clockWords({ dueOn, metOn, late }: Pick<CaseClock, 'dueOn' | 'metOn' | 'late'>, now?: Date): string {
  if (metOn) return late ? 'för sent' : 'i tid';
  return late ? `för sent, skulle varit klart ${relativeWords(dueOn, now)}` : relativeWords(dueOn, now);
}

type ConsentedCase = Pick<SipCase, 'state' | 'planConsent'>;

/** Where a case stands with consent today, for its identity bar. */
export function consentWords({ state, planConsent }: ConsentedCase): string {
  if (state === 'CONSENT_WITHDRAWN') return 'Återkallat';
  if (state === 'CONSENT_PENDING') return 'Saknas';
  if (!planConsent) return 'Inte frågat än';
  return planConsent === 'HOLDS' ? 'Finns' : 'Saknas';
}

/** Whether the next day to keep is the last of the consent, and not of something to do. */
export const endsConsent = ({ nextDueOn, consentEndsOn }: Pick<CaseRow, 'nextDueOn' | 'consentEndsOn'>): boolean =>
  nextDueOn !== undefined && nextDueOn === consentEndsOn;

/** What a meeting on a day lacks of consent, or undefined: it is missing already, or will have run out by then. */
export function consentLackOn(
  { planConsent, consentEndsOn }: Pick<CaseRow, 'planConsent' | 'consentEndsOn'>,
  day: string,
): string | undefined {
  if (planConsent === 'MISSING') return 'Samtycke saknas';
  return consentEndsOn && consentEndsOn < day ? 'Samtycket går ut före mötet' : undefined;
}

/** `AT, 13 år`; nothing of a protected child. */
export function childWords({ guarded, initials, age }: Pick<CaseRow, 'guarded' | 'initials' | 'age'>): string {
  if (guarded) return 'Skyddade personuppgifter';
  return age === undefined ? (initials ?? '') : `${initials}, ${ageText(age)}`;
}
