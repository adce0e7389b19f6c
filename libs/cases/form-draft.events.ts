import { eventKind } from '../audit/index.ts';

/** What happens to a form that is being filled in: neither pushed to screens nor kept in the case's timeline. Facts: form, guarded. */
export const formDraftEvents = {
  read: eventKind({ type: 'form-draft.read', activity: 'Läsa' }),
  saved: eventKind({ type: 'form-draft.saved', activity: 'Skriva' }),
  discarded: eventKind({ type: 'form-draft.discarded', activity: 'Radera' }),
};
