import { newId } from '../../libs/platform/index.ts';
import type { RequestState } from '../../libs/consultations/request-state.rules.ts';
import type { Consulting } from './consultations.ts';

/** A request put straight into a state, with its consultation on a sitting, and the versions that a change builds on. */
export interface Placed {
  id: string;
  version: number;
  consultationId: string;
  consultationVersion: number;
}

const UNSENT: readonly RequestState[] = ['DRAFT'];
const ANSWERED: readonly RequestState[] = ['CONCLUDED', 'FEEDBACK_DUE', 'FEEDBACK_DONE', 'CLOSED'];

/** Puts a new question into any state, as the owner of the schema: for tests of what each state allows. */
export async function inState(people: Consulting, state: RequestState, sittingId: string): Promise<Placed> {
  if (UNSENT.includes(state)) return { ...(await people.draft()), consultationId: newId(), consultationVersion: 1 };
  if (ANSWERED.includes(state)) return answered(people, state, sittingId);
  const { id, version } = await people.draft();
  const { owner } = people.world.test;
  const consultationId = newId();
  await owner.query(
    `update consultation_request set state = $2, team_id = $3, agreement_version = 1, submitted_at = now() where id = $1`,
    [id, state, people.world.team],
  );
  await owner.query(
    `insert into consultation (id, area_id, team_id, unit_id, request_id, sitting_id, position, minutes, state)
     select $1, area_id, team_id, unit_id, id, $3, 1, 20, $4 from consultation_request where id = $2`,
    [consultationId, id, sittingId, state === 'HELD' ? 'HELD' : 'PLACED'],
  );
  return { id, version, consultationId, consultationVersion: 1 };
}

async function answered(people: Consulting, state: RequestState, sittingId: string): Promise<Placed> {
  const { id, version, requestId } = await people.concluded(sittingId);
  const { rows } = await people.world.test.owner.query(
    'update consultation_request set state = $2 where id = $1 returning version',
    [requestId, state],
  );
  return { id: String(requestId), version: rows[0].version, consultationId: id, consultationVersion: version };
}
