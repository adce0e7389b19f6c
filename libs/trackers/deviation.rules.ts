import type { FieldFault } from '../platform/index.ts';

/** How far a deviation has come. It is handled in MedControl PRO; here stands only the reference (domain reference 4.2). */
export const DEVIATION_STATUSES = ['SUGGESTED', 'REPORTED_IN_MCP', 'ANALYSED', 'ACTION_AGREED', 'CLOSED'] as const;

export type DeviationStatus = (typeof DEVIATION_STATUSES)[number];

/** Categories that the product itself suggests; what they are called stands in the agreement. */
export const FOUND_CATEGORIES = [
  'SUMMONED_PARTY_ABSENT',
  'MEETING_NOT_WITHIN_DEADLINE',
  'FOLLOW_UP_MISSED',
  'PLAN_PART_NOT_FOLLOWED',
] as const;

export type FoundCategory = (typeof FOUND_CATEGORIES)[number];

export const STATUS_WORDS: Record<DeviationStatus | 'DISMISSED', string> = {
  SUGGESTED: 'att rapportera',
  REPORTED_IN_MCP: 'rapporterad i MedControl PRO',
  ANALYSED: 'analyserad',
  ACTION_AGREED: 'åtgärd beslutad',
  CLOSED: 'avslutad',
  DISMISSED: 'ingen avvikelse',
};

export interface Deviation {
  status: DeviationStatus | 'DISMISSED';
  mcpNumber: string | null;
  learning: string;
}

/** What keeps a deviation from being changed: it goes forward only, has its number once reported, and ends with what was learnt. */
export function deviationFaults(before: Deviation, after: Deviation): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  const [from, to] = [before.status, after.status].map((status) =>
    DEVIATION_STATUSES.indexOf(status as DeviationStatus),
  );
  if (to! < from!) fault('status', `Avvikelsen är redan ${STATUS_WORDS[before.status]}. Läget går inte tillbaka.`);
  if (after.status !== 'SUGGESTED' && !after.mcpNumber) fault('mcpNumber', 'Skriv ärendenumret i MedControl PRO.');
  // The number stands in clear, so it may not be a sentence.
  if (after.mcpNumber && !/^[0-9A-Za-z./-]{1,40}$/.test(after.mcpNumber))
    fault('mcpNumber', 'Skriv bara numret, utan mellanslag.');
  if (after.status === 'CLOSED' && after.learning.trim() === '')
    fault('learning', 'Skriv vad ni lärde er av avvikelsen.');
  return faults;
}
