import { signIn } from './area.ts';

/** Questions that are read in full. */
const EXAMPLES = 100;
const AT_A_SITTING = 20;

/** A question as a requester writes it. */
export const QUESTION = {
  question:
    'En elev har varit borta mer än hälften av tiden sedan påsk. Hemmet vill, skolan anpassar, men ingen vet vem som ska ta nästa steg. Vem gör vad?',
  tried:
    'Förkortad skoldag, uppringning på morgonen och tre möten med hemmet. Närvaron steg i två veckor och föll igen.',
  themes: ['SCHOOL_ABSENCE', 'UNCLEAR_RESPONSIBILITY'],
  ageBand: 'AGE_13_15',
  services: ['SCHOOL', 'PUPIL_HEALTH'],
};

const ANSWER = {
  advice:
    'Kalla till SIP. Skolan är sammankallande och bjuder in BUP och socialtjänsten. Börja med vad eleven själv vill ändra.',
  outcomes: ['RECOMMEND_SIP'],
};

interface Made {
  id: string;
  version: number;
}

/** Takes questions all the way from draft to answer through the API, so that each can be read in full. Answers their ids. */
export async function makeExamples(origin: string): Promise<string[]> {
  const [requester, coordinator, member] = await Promise.all(
    ['requester', 'sip_coordinator', 'team_member'].map(async (who) => asking(origin, await signIn(origin, who))),
  );
  const ids: string[] = [];
  for (let day = 1; ids.length < EXAMPLES; day++) {
    const startsAt = new Date(Date.UTC(2018, 0, day, 9)).toISOString().slice(0, 16);
    const sitting = await coordinator!('POST', '/sittings', { startsAt, minutes: 480, place: 'Rum 1' });
    const ask = async () => {
      const draft = await requester!('POST', '/consultation-requests', QUESTION);
      const path = `/consultation-requests/${draft.id}`;
      const sent = await requester!('POST', `${path}/submission`, { childAtRisk: false }, draft.version);
      const accepted = await coordinator!('POST', `${path}/acceptance`, undefined, sent.version);
      await coordinator!('POST', `${path}/placement`, { sittingId: sitting.id, minutes: 20 }, accepted.version);
      ids.push(draft.id);
    };
    await Promise.all(Array.from({ length: AT_A_SITTING }, ask));
    const { agenda } = (await member!('GET', `/sittings/${sitting.id}`)) as Made & { agenda: Made[] };
    const answer = async ({ id }: Made) => {
      const held = await member!('POST', `/consultations/${id}/holding`, undefined, 1);
      await member!('POST', `/consultations/${id}/conclusion`, ANSWER, held.version);
    };
    await Promise.all(agenda.map(answer));
  }
  return ids;
}

/** Asks the API as whoever holds the cookie; throws with the problem when it refuses. */
function asking(origin: string, cookie: string) {
  return async (method: string, path: string, body?: object, version?: number): Promise<Made> => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as Made;
  };
}
