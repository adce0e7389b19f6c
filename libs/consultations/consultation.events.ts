import { countedFigure, eventKind, type Audience } from '../audit/index.ts';

const everyone: readonly Audience[] = ['coordinators', 'asking-unit', 'team'];

/** What happens to a request. Its facts: askingUnit, and team once it has one. */
export const requestEvents = {
  drafted: eventKind({ type: 'consultation-request.drafted', activity: 'Skriva', reaches: ['asking-unit'] }),
  changed: eventKind({ type: 'consultation-request.changed', activity: 'Skriva' }),
  discarded: eventKind({ type: 'consultation-request.discarded', activity: 'Radera' }),
  read: eventKind({ type: 'consultation-request.read', activity: 'Läsa' }),
  listed: eventKind({ type: 'consultation-request.listed', activity: 'Läsa' }),
  submit: eventKind({ type: 'consultation-request.submitted', activity: 'Skriva', reaches: everyone }),
  triage: eventKind({ type: 'consultation-request.triaged', activity: 'Skriva', reaches: everyone }),
  accept: eventKind({ type: 'consultation-request.accepted', activity: 'Skriva', reaches: everyone }),
  return: eventKind({ type: 'consultation-request.returned', activity: 'Skriva', reaches: everyone }),
  redirect: eventKind({ type: 'consultation-request.redirected', activity: 'Skriva', reaches: everyone }),
  withdraw: eventKind({ type: 'consultation-request.withdrawn', activity: 'Skriva', reaches: everyone }),
  askForFeedback: eventKind({ type: 'consultation-request.feedback-due', activity: 'Skriva', reaches: everyone }),
  giveFeedback: eventKind({ type: 'consultation-request.feedback-given', activity: 'Skriva', reaches: everyone }),
  close: eventKind({ type: 'consultation-request.closed', activity: 'Skriva', reaches: everyone }),
};

export const preparationEvents = {
  read: eventKind({ type: 'preparation.read', activity: 'Läsa' }),
  changed: eventKind({ type: 'preparation.changed', activity: 'Skriva', reaches: ['coordinators', 'team'] }),
};

export const sittingEvents = {
  listed: eventKind({ type: 'sitting.listed', activity: 'Läsa' }),
  read: eventKind({ type: 'sitting.read', activity: 'Läsa' }),
  planned: eventKind({ type: 'sitting.planned', activity: 'Skriva', reaches: ['coordinators', 'team'] }),
  reordered: eventKind({ type: 'sitting.reordered', activity: 'Skriva', reaches: ['coordinators', 'team'] }),
  attended: eventKind({ type: 'sitting.attended', activity: 'Skriva', reaches: ['coordinators', 'team'] }),
  ended: eventKind({ type: 'sitting.ended', activity: 'Skriva', reaches: ['coordinators', 'team'] }),
};

/** What happens to a consultation: one request taken up at one sitting. */
export const consultationEvents = {
  read: eventKind({ type: 'consultation.read', activity: 'Läsa' }),
  placed: eventKind({ type: 'consultation.placed', activity: 'Skriva', reaches: everyone }),
  removed: eventKind({ type: 'consultation.removed', activity: 'Skriva', reaches: everyone }),
  /** Counts: facts heldOn (the sitting's local date), themes, delta 1. */
  held: eventKind({ type: 'consultation.held', activity: 'Skriva', reaches: [...everyone, 'managers'] }),
  /** Takes a held one back: the same facts, delta -1. */
  unheld: eventKind({ type: 'consultation.unheld', activity: 'Skriva', reaches: [...everyone, 'managers'] }),
  advised: eventKind({ type: 'consultation.advised', activity: 'Skriva', reaches: ['coordinators', 'team'] }),
  concluded: eventKind({ type: 'consultation.concluded', activity: 'Signera', reaches: everyone }),
};

const COUNTS = [consultationEvents.held.type, consultationEvents.unheld.type];

/** Domain reference 4.1: the counting unit is one consultation held in the calendar year, Swedish time. */
export const consultationsHeld = countedFigure({
  id: 'consultations-held',
  version: 1,
  counts: COUNTS,
  on: 'heldOn',
  explanation:
    'Antal konsultationer som har hållits under året. En konsultation är en fråga som tagits upp på ett av teamets möten; tas frågan upp på ett möte till räknas den en gång till. Mötets datum i svensk tid avgör året.',
});

export const consultationsByTheme = countedFigure({
  id: 'consultations-by-theme',
  version: 1,
  counts: COUNTS,
  on: 'heldOn',
  by: 'themes',
  explanation:
    'Vad konsultationerna har handlat om. Varje hållen konsultation räknas i vart och ett av sina ett till tre teman, så summan är större än antalet konsultationer.',
});
