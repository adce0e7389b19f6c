import type { Recipient } from '../cases/index.ts';
import { meetingDocument } from './meeting.document.ts';
import type { LockedMeeting } from './meeting.steps.ts';

const party = { call: 'SUMMONS' as const, readerIds: [], attendance: 'PRESENT' as const };
const meeting: LockedMeeting = {
  id: 'm',
  kind: 'FIRST',
  state: 'PLANNED',
  version: 1,
  localTime: '2026-11-24T13:30',
  minutes: 60,
  replyBy: '2026-11-19',
  calledOn: '2026-11-10',
  heldOn: null,
  childPart: null,
  counted: null,
  details: {
    place: 'Rum 12',
    purpose: 'Göra en plan.',
    questions: ['Vem gör vad?'],
    participation: 'Är med.',
    childInvited: true,
    guardians: [],
    moves: [],
  },
  parties: [
    { ...party, unitId: 'ticked', name: 'Björkskolan', showsPlace: true },
    { ...party, unitId: 'other', name: 'BUP Almby', showsPlace: false },
  ],
};
const surroundings = {
  units: [
    { id: 'ticked', name: 'Björkskolan', service: 'SCHOOL' },
    { id: 'other', name: 'BUP Almby', service: 'CHILD_PSYCHIATRY' },
  ],
  services: [
    { code: 'SCHOOL', name: 'Skola' },
    { code: 'SOCIAL_SERVICES', name: 'Socialtjänst' },
  ],
  caller: { name: 'Karin Berg', unit: { name: 'Socialtjänsten Almby', service: 'SOCIAL_SERVICES' } },
};
const textFor = (recipient: Recipient, shielded: boolean, of = meeting) =>
  JSON.stringify(meetingDocument(of, surroundings, recipient, shielded));

describe('a copy of a meeting (domain reference 1.6)', () => {
  it.each<[string, Recipient, boolean, boolean]>([
    ['a ticked party', { kind: 'UNIT', unitId: 'ticked' }, false, true],
    ['a party that is not ticked', { kind: 'UNIT', unitId: 'other' }, false, false],
    ['a ticked party of a protected child', { kind: 'UNIT', unitId: 'ticked' }, true, true],
    ['a guardian', { kind: 'GUARDIAN', guardianId: 'g' }, false, true],
    ['a guardian when somebody is protected', { kind: 'GUARDIAN', guardianId: 'g' }, true, false],
    ['the child', { kind: 'CHILD' }, false, true],
  ])('to %s tells the place or not', (_, recipient, shielded, tells) => {
    expect(textFor(recipient, shielded).includes('Rum 12')).toBe(tells);
  });

  it('names units by their kind when a name would tell where somebody is', () => {
    expect(textFor({ kind: 'CHILD' }, true)).toContain('Skola');
    expect(textFor({ kind: 'CHILD' }, true)).not.toContain('Björkskolan');
  });

  it('says whom to answer, and by when; nobody is named when that would tell where somebody is', () => {
    const party: Recipient = { kind: 'UNIT', unitId: 'ticked' };
    expect(textFor(party, false)).toContain('Karin Berg, Socialtjänsten Almby');
    expect(textFor(party, true)).toContain('Samordnaren, Socialtjänst');
    expect(textFor(party, true)).not.toMatch(/Karin Berg|Almby/);
  });

  it('says which weekday it is', () => {
    expect(textFor({ kind: 'CHILD' }, false)).toContain('tisdag 24 november 2026');
  });

  it('holds the time, and the place where it is told, for the reader’s list; not once the meeting is held', () => {
    const { meeting: coming } = meetingDocument(meeting, surroundings, { kind: 'UNIT', unitId: 'ticked' }, false);
    expect(coming).toEqual({
      localTime: '2026-11-24T13:30',
      minutes: 60,
      replyBy: '2026-11-19',
      replyTo: 'Karin Berg, Socialtjänsten Almby',
      place: 'Rum 12',
    });
    const elsewhere = meetingDocument(meeting, surroundings, { kind: 'UNIT', unitId: 'other' }, false);
    expect(elsewhere.meeting).not.toHaveProperty('place');
    const held = { ...meeting, state: 'HELD', heldOn: '2026-11-24', childPart: 'PRESENT' } as const;
    expect(meetingDocument(held, surroundings, { kind: 'CHILD' }, false)).not.toHaveProperty('meeting');
  });

  it('tells who came once the meeting is held, and no place', () => {
    const held = { ...meeting, state: 'HELD', heldOn: '2026-11-24', childPart: 'PRESENT' } as const;
    const text = textFor({ kind: 'UNIT', unitId: 'ticked' }, false, held);
    expect(text).toContain('kom');
    expect(text).not.toContain('Rum 12');
  });
});
