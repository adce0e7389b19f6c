import type { components } from '../api/schema.generated.ts';

type AssignmentWork = components['schemas']['AssignmentWork'];
type UnitWork = components['schemas']['UnitWork'];

const counted = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`);

const said = (count: number, one: string, many: string, then: string): string[] =>
  count === 0 ? [] : [`${counted(count, one, many)} ${then}`];

/** What somebody leaves behind when the assignment ends, and what becomes of it. */
export function assignmentWorkWords({ cases, questions, drafts, colleagues }: AssignmentWork): string[] {
  const taken =
    colleagues === 0
      ? 'Enheten har ingen annan SIP-samordnare: ge först någon annan det uppdraget.'
      : 'Kollegorna på enheten ser dem under ”Utan samordnare” i Min dag och kan ta över.';
  return [
    ...said(cases, 'Ett pågående ärende', 'pågående ärenden', `blir utan samordnare. ${taken}`),
    ...said(
      questions,
      'En fråga till konsultationsteamet',
      'frågor till konsultationsteamet',
      'pågår. Områdets andra SIP-samordnare kan gå vidare.',
    ),
    ...said(
      drafts,
      'En påbörjad fråga',
      'påbörjade frågor',
      'kan ingen annan läsa. Be personen skicka eller slänga först.',
    ),
  ];
}

/** What a unit holds that goes on after it is closed. */
export function unitWorkWords({ cases, parties, questions }: UnitWork, people: number): string[] {
  return [
    ...said(
      people,
      'En person har uppdrag där',
      'personer har uppdrag där',
      'och arbetar vidare tills uppdraget avslutas.',
    ),
    ...said(
      cases,
      'Ett pågående ärende hålls av enheten',
      'pågående ärenden hålls av enheten',
      'och samordnas vidare av dem som har uppdrag där. Blir någon ny samordnare, öppna enheten igen.',
    ),
    ...said(
      parties,
      'I ett ärende är enheten part',
      'ärenden har enheten som part',
      'och den är kvar tills samordnaren skriver att den lämnar.',
    ),
    ...said(
      questions,
      'En fråga till konsultationsteamet',
      'frågor till konsultationsteamet',
      'väntar på svar och får det.',
    ),
  ];
}
