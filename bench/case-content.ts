import type { PlanContent } from '../libs/sip-plans/plan.dto.ts';
import type { MeetingDetails } from '../libs/meetings/meeting.entity.ts';

export const TODAY = new Date().toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A plan of the usual length: one goal for every third intervention, shared among the units. */
export function planOf(interventions: number, units: readonly string[]): PlanContent {
  const goals = Array.from({ length: Math.ceil(interventions / 3) }, (_, i) => `goal-${i + 1}`);
  return {
    childsWords: 'Jag vill ha lugnt på lektionerna. Jag vill inte berätta allt från början för en ny person igen.',
    guardiansWords: 'Vi vill att hon orkar gå till skolan, och att någon ringer oss i stället för att vi ringer alla.',
    needs: goals.map((_, i) => ({
      id: `need-${i + 1}`,
      text: 'Komma till skolan varje dag och orka stanna till lunch.',
    })),
    goals: goals.map((id, i) => ({
      id,
      text: 'Alva går till skolan fyra dagar i veckan före sommarlovet.',
      term: i % 2 === 0 ? 'SHORT' : 'LONG',
      needId: `need-${i + 1}`,
      targetState: 'Fyra dagar av fem i en månad.',
    })),
    interventions: Array.from({ length: interventions }, (_, i) => ({
      id: `intervention-${i + 1}`,
      text: 'Samtal en gång i veckan om vad som gör morgonen svår, och ett schema som hänger på dörren.',
      unitId: units[i % units.length]!,
      goalId: goals[Math.floor(i / 3)]!,
      startOn: addDays(TODAY, -20),
      dueOn: addDays(TODAY, 60),
    })),
    measuresByOthers: 'Mormor hämtar på onsdagar.',
    noMeasuresByOthers: false,
    lead: { unitId: units[0]!, person: 'Erik Lund, socialsekreterare' },
    followUpOn: addDays(TODAY, 60),
    followUpCalledByUnitId: units[0]!,
    familyAgrees: true,
    childVersion: 'Vi hjälps åt så att det blir lättare att gå till skolan. Du får en egen plats att vila på.',
  };
}

/** A meeting that was held, with its record. */
export const heldMeeting = (guardians: readonly string[]): MeetingDetails => ({
  place: 'Björkskolan, rum 12',
  purpose: 'Göra en plan för skolgång och behandling.',
  questions: ['Vem gör vad till sommaren?', 'Hur kommer Alva tillbaka till skolan?'],
  participation: 'Är med första halvan, med sin kontaktperson.',
  childInvited: true,
  guardians: guardians.map((id) => ({ id, name: 'Robin Testsson', present: true })),
  moves: [{ from: '2026-01-12T09:00', reason: 'BUP kunde inte den dagen.' }],
  chair: 'Karin Berg, SIP-samordnare',
  recorder: 'Anna Ek, kurator',
  notes: 'Alla var överens om nästa steg. Barnet fick en sammanfattning efteråt, och skolan ringer hem på måndag.',
});
