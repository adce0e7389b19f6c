import type { Stored } from '../api/autosave.ts';
import type { Attendance, ChildPart, Meeting, RecordDraft } from './meeting.ts';

/** The record as the form has it: everything is there, empty where nothing is written. */
export interface RecordValues {
  heldOn: string;
  chair: string;
  recorder: string;
  childPart: ChildPart | '';
  representedBy: string;
  absentBecause: string;
  notes: string;
  attendance: Record<string, Attendance | ''>;
  /** Guardians who came. */
  guardians: string[];
}

export function valuesOf(meeting: Meeting): RecordValues {
  const { chair = '', recorder = '', representedBy = '', absentBecause = '', notes = '' } = meeting;
  return {
    heldOn: meeting.heldOn ?? meeting.localTime.slice(0, 10),
    chair,
    recorder,
    childPart: meeting.childPart ?? '',
    representedBy,
    absentBecause,
    notes,
    attendance: Object.fromEntries(meeting.parties.map(({ unit, attendance }) => [unit.id, attendance ?? ''])),
    guardians: meeting.guardians.filter(({ present }) => present).map(({ id }) => id),
  };
}

/** Something has been written in the record. */
export const isBegun = ({ heldOn, chair, recorder, childPart, notes, parties, guardians }: Meeting): boolean =>
  [heldOn, chair, recorder, childPart, notes].some(Boolean) ||
  parties.some(({ attendance }) => attendance) ||
  guardians.some(({ present }) => present);

/** What the API is sent; `called` are the guardians of the meeting, each of whom came or did not. */
export function draftOf(values: RecordValues, called: readonly { id: string }[]): RecordDraft {
  const { heldOn, childPart, attendance, guardians, ...words } = values;
  return {
    ...words,
    heldOn: heldOn || null,
    childPart: childPart || null,
    attendance: Object.entries(attendance).flatMap(([unitId, noted]) => (noted ? [{ unitId, attendance: noted }] : [])),
    guardians: called.map(({ id }) => ({ guardianId: id, present: guardians.includes(id) })),
  };
}

export const storedIn = (meeting: Meeting): Stored<RecordValues> => ({
  content: valuesOf(meeting),
  version: meeting.version,
});
