import { eventKind } from '../audit/index.ts';

export const unitEvents = {
  listed: eventKind({ type: 'unit.listed', activity: 'Läsa' }),
  made: eventKind({ type: 'unit.made', activity: 'Skriva' }),
  changed: eventKind({ type: 'unit.changed', activity: 'Skriva' }),
};

export const personEvents = {
  listed: eventKind({ type: 'person.listed', activity: 'Läsa' }),
  made: eventKind({ type: 'person.made', activity: 'Skriva' }),
  passwordRenewed: eventKind({ type: 'person.password-renewed', activity: 'Skriva' }),
};

export const assignmentEvents = {
  made: eventKind({ type: 'assignment.made', activity: 'Skriva' }),
  ended: eventKind({ type: 'assignment.ended', activity: 'Skriva' }),
};
