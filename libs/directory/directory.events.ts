import { eventKind } from '../audit/index.ts';

export const unitEvents = {
  listed: eventKind({ type: 'unit.listed', activity: 'Läsa' }),
  made: eventKind({ type: 'unit.made', activity: 'Skriva' }),
  changed: eventKind({ type: 'unit.changed', activity: 'Skriva' }),
  workRead: eventKind({ type: 'unit.work-read', activity: 'Läsa' }),
};

export const principalEvents = {
  changed: eventKind({ type: 'principal.changed', activity: 'Skriva' }),
};

export const personEvents = {
  listed: eventKind({ type: 'person.listed', activity: 'Läsa' }),
  searched: eventKind({ type: 'person.searched', activity: 'Läsa' }),
  read: eventKind({ type: 'person.read', activity: 'Läsa' }),
  made: eventKind({ type: 'person.made', activity: 'Skriva' }),
  changed: eventKind({ type: 'person.changed', activity: 'Skriva' }),
  passwordRenewed: eventKind({ type: 'person.password-renewed', activity: 'Skriva' }),
  passwordChanged: eventKind({ type: 'person.password-changed', activity: 'Skriva' }),
  passwordMistaken: eventKind({ type: 'person.password-mistaken', activity: 'Skriva' }),
};

export const teamEvents = {
  listed: eventKind({ type: 'team.listed', activity: 'Läsa' }),
  made: eventKind({ type: 'team.made', activity: 'Skriva' }),
  changed: eventKind({ type: 'team.changed', activity: 'Skriva' }),
};

export const assignmentEvents = {
  workRead: eventKind({ type: 'assignment.work-read', activity: 'Läsa' }),
  made: eventKind({ type: 'assignment.made', activity: 'Skriva' }),
  /** Of a coordinator: told to the unit's others, whose lists show the cases that are left. */
  ended: eventKind({ type: 'assignment.ended', activity: 'Skriva', reaches: ['holder'] }),
};
