import { dateText } from '../kit/date-words.ts';
import type { Parts } from '../kit/side-by-side.tsx';
import type { Meeting } from './meeting.ts';
import { ATTENDANCE_NAMES, CHILD_PART_NAMES } from './meeting-words.ts';
import type { RecordValues } from './record-values.ts';

/** A record as text, for comparing it with another's. */
export function recordInWords(values: RecordValues, { parties, guardians }: Meeting): Parts {
  const came = guardians.filter(({ id }) => values.guardians.includes(id));
  return [
    { name: 'Dag', text: values.heldOn && dateText(values.heldOn) },
    { name: 'Ledde mötet', text: values.chair },
    { name: 'Dokumenterade', text: values.recorder },
    ...parties.map(({ unit }) => {
      const noted = values.attendance[unit.id];
      return { name: unit.name, text: noted ? ATTENDANCE_NAMES[noted] : '' };
    }),
    { name: 'Vårdnadshavare som kom', text: came.map(({ name }) => name).join(', ') },
    { name: 'Barnet', text: values.childPart && CHILD_PART_NAMES[values.childPart] },
    { name: 'Förde barnets talan', text: values.representedBy },
    { name: 'Varför barnet inte var med', text: values.absentBecause },
    { name: 'Anteckningar', text: values.notes },
  ];
}
