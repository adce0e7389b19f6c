import { StateTag, type StateTone } from '../kit/state-tag.tsx';
import type { RequestState } from './request.ts';

/** What a state is called, and what the one who asked, or the coordinator, does next. No verb: nothing is theirs to do. */
interface StateWords {
  name: string;
  tone: StateTone;
  requesterDoes?: string;
  coordinatorDoes?: string;
}

const STATES: Record<RequestState, StateWords> = {
  DRAFT: { name: 'Utkast', tone: 'draft', requesterDoes: 'Fortsätt skriva' },
  SUBMITTED: { name: 'Inskickad', tone: 'waiting', coordinatorDoes: 'Läs och ta ställning' },
  TRIAGE: { name: 'Samordnaren läser', tone: 'active', coordinatorDoes: 'Ta ställning' },
  RETURNED: { name: 'Väntar på enheten', tone: 'waiting', requesterDoes: 'Svara samordnaren' },
  REDIRECTED: { name: 'Hänvisad', tone: 'stopped' },
  ACCEPTED: { name: 'Antagen', tone: 'active', coordinatorDoes: 'Lägg på ett möte' },
  SCHEDULED: { name: 'Har en mötestid', tone: 'active', coordinatorDoes: 'Förbered' },
  HELD: { name: 'Togs upp på mötet', tone: 'active', coordinatorDoes: 'Lämna svaret' },
  CONCLUDED: { name: 'Besvarad', tone: 'done', requesterDoes: 'Läs svaret' },
  FEEDBACK_DUE: { name: 'Besvarad', tone: 'done', requesterDoes: 'Berätta om det hjälpte' },
  FEEDBACK_DONE: { name: 'Uppföljd', tone: 'done', coordinatorDoes: 'Avsluta' },
  CLOSED: { name: 'Avslutad', tone: 'done' },
  WITHDRAWN: { name: 'Återtagen', tone: 'stopped' },
};

export function RequestStateTag({ state }: { state: RequestState }) {
  const { name, tone } = STATES[state];
  return <StateTag tone={tone}>{name}</StateTag>;
}

export const stateName = (state: RequestState) => STATES[state].name;

export const requesterDoes = (state: RequestState) => STATES[state].requesterDoes;

export const coordinatorDoes = (state: RequestState) => STATES[state].coordinatorDoes;
