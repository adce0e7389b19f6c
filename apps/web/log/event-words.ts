/** What the kinds of event in the log are called on the reviewer's screen. */
const EVENTS: Record<string, string> = {
  'access.answer-repeated': 'Fick samma svar en gång till',
  'access.refused': 'Nekades åtkomst',
  'action-plan.listed': 'Såg listan över handlingsplaner',
  'action-plan.read': 'Läste en handlingsplan',
  'agreement.read': 'Läste överenskommelsen',
  'blocked-names.read': 'Läste namnlistan',
  'blocked-names.replaced': 'Ändrade namnlistan',
  'consultation-request.accepted': 'Antog en fråga',
  'consultation-request.changed': 'Ändrade ett utkast',
  'consultation-request.closed': 'Avslutade en fråga',
  'consultation-request.discarded': 'Slängde ett utkast',
  'consultation-request.drafted': 'Började skriva en fråga',
  'consultation-request.feedback-due': 'Frågan om det hjälpte ställdes',
  'consultation-request.feedback-given': 'Berättade om det hjälpte',
  'consultation-request.listed': 'Såg listan över frågor',
  'consultation-request.read': 'Läste en fråga',
  'consultation-request.redirected': 'Hänvisade en fråga vidare',
  'consultation-request.returned': 'Ställde en fråga tillbaka',
  'consultation-request.submitted': 'Skickade in en fråga',
  'consultation-request.triaged': 'Tog hand om en fråga',
  'consultation-request.withdrawn': 'Tog tillbaka en fråga',
  'consultation.advised': 'Skrev på ett svar',
  'consultation.concluded': 'Lämnade ett svar',
  'consultation.held': 'Markerade en fråga som hållen',
  'consultation.placed': 'Lade en fråga på ett möte',
  'consultation.read': 'Läste en fråga på ett möte',
  'consultation.removed': 'Tog bort en fråga från ett möte',
  'consultation.unheld': 'Ångrade att en fråga var hållen',
  'disposal.done': 'Gallrade',
  'figure.evidence-read': 'Läste vad en siffra bygger på',
  'figure.read': 'Läste en siffra',
  'live.connected': 'Öppnade en skärm som följer ändringar',
  'live.refused': 'Nekades att följa ändringar',
  'log.exported': 'Exporterade loggen',
  'log.head-read': 'Läste loggens kontrollpunkt',
  'log.read': 'Läste loggen',
  'preparation.changed': 'Ändrade en förberedelse',
  'preparation.read': 'Läste en förberedelse',
  'session.acting': 'Valde uppdrag',
  'session.ended': 'Loggade ut',
  'session.read': 'Läste sina uppdrag',
  'session.refused': 'Nekades inloggning',
  'session.started': 'Loggade in',
  'sitting.attended': 'Noterade närvaro',
  'sitting.ended': 'Avslutade ett möte',
  'sitting.listed': 'Såg listan över möten',
  'sitting.planned': 'Planerade ett möte',
  'sitting.read': 'Läste en dagordning',
  'sitting.reordered': 'Ändrade ordningen på ett möte',
};

const OUTCOMES: Record<string, string> = { done: 'Gjort', refused: 'Nekat', failed: 'Misslyckades' };

const SUBJECTS: Record<string, string> = {
  'action-plan': 'Handlingsplan',
  'consultation-request': 'Fråga',
  metric: 'Mått',
  session: 'Inloggning',
  sitting: 'Möte',
};

/** `Läste en fråga`; a kind that is new here is shown as the log has it. */
export const eventWords = (type: string): string => EVENTS[type] ?? type;

export const outcomeWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome;

/** What an event was about: the kind in words, and the end of the id. */
export function subjectWords(subject: string): { kind: string; id: string } {
  const colon = subject.indexOf(':');
  const kind = subject.slice(0, colon);
  return { kind: SUBJECTS[kind] ?? kind, id: shortId(subject.slice(colon + 1)) };
}

/** The end of an id: its beginning is the time, which neighbours share. */
export const shortId = (id: string): string => `…${id.slice(-8)}`;
