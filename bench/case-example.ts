import type pg from 'pg';
import type { ChildDetails, GuardianDetails } from '../libs/children/index.ts';
import { newId } from '../libs/platform/id.ts';
import type { Area, Holder } from './area.ts';
import { addDays, heldMeeting, planOf, TODAY } from './case-content.ts';
import { SealedRows } from './sealed-rows.ts';

/** Of each holder, the cases that its list begins with: as many as the longest page. */
export const LISTED = 60;
/** Of each size, the cases that are read in full. */
const EXAMPLES = 20;
/** Events in the timeline of a case that is read in full: no more are shown at once. */
const EVENTS = 100;

/** How much there is in a case. */
interface Size {
  parties: number;
  guardians: number;
  meetings: number;
  interventions: number;
  plans: number;
}

const SMALL: Size = { parties: 3, guardians: 1, meetings: 2, interventions: 4, plans: 1 };
const HEAVY: Size = { parties: 12, guardians: 2, meetings: 18, interventions: 27, plans: 4 };

/** Cases that are read in full, by their ids. */
export interface CaseExamples {
  small: string[];
  heavy: string[];
}

/**
 * Makes the cases that are opened: those that the two holders' lists begin with, and small and heavy ones of the quiet unit,
 * sealed as the product seals them.
 */
export async function writeCaseExamples(owner: pg.Pool, area: Area, masterKey: Buffer): Promise<CaseExamples> {
  const rows = new SealedRows(area.id, masterKey);
  for (const holder of [area.quiet, area.busy])
    for (let i = 0; i < LISTED; i++) writeCase(rows, area, holder, addDays(TODAY, i % 10));
  const full = (size: Size) =>
    Array.from({ length: EXAMPLES }, () => writeFullCase(rows, area, size, addDays(TODAY, 60)));
  const examples = { small: full(SMALL), heavy: full(HEAVY) };
  await rows.write(owner);
  return examples;
}

/** The row of a case and its child. */
function writeCase(rows: SealedRows, { parties }: Area, { unit, coordinator }: Holder, dueOn: string) {
  const [id, childId] = [newId(), newId()];
  const secrets = rows.key();
  const details: ChildDetails = {
    identity: '201305302380',
    givenName: 'Alva',
    familyName: 'Testsson',
    address: 'Björkvägen 4, 431 30 Almby',
    school: 'Björkängsskolan 6B',
    phone: '070-174 06 06',
    language: 'sv',
  };
  rows.add('child', {
    id: childId,
    unit_id: unit,
    key_id: secrets.id,
    identity_kind: 'PERSONNUMMER',
    identity_print: rows.print(childId),
    name_print: rows.print(childId),
    birth_date: '2013-05-30',
    protection: 'NONE',
    details: secrets.seal('child.details', childId, details),
    version: 1,
  });
  rows.add('sip_case', {
    id,
    unit_id: unit,
    child_id: childId,
    reference: `X-${id.slice(-12)}`,
    kind: 'STATUTORY_SIP',
    state: 'PLAN_ACTIVE',
    version: 30,
    agreement_version: 1,
    coordinator_id: coordinator,
    initiating_unit_id: parties[0],
    asked_by: 'GUARDIAN',
    need_on: addDays(TODAY, -200),
    offered_on: addDays(TODAY, -198),
    consented_on: addDays(TODAY, -190),
    consent_ends_on: addDays(TODAY, 170),
    summoned_on: addDays(TODAY, -185),
    first_meeting_on: addDays(TODAY, -175),
    plan_number: 1,
    follow_up_on: dueOn,
    next_due_on: dueOn,
    guarded: false,
    details: secrets.seal('sip_case.details', id, {
      need: 'Skolgång och behandling behöver gå ihop. Ingen vet vem som tar nästa steg, och familjen får samma frågor om och om igen.',
      informed: 'Samtal med båda vårdnadshavarna hemma, med tolk. De fick informationsbladet.',
      childInformed: 'I samtal med kuratorn, med bilder.',
      questions: ['Vem gör vad till sommaren?', 'Hur kommer Alva tillbaka till skolan?', 'Vem är familjens kontakt?'],
      participation: 'Är med första halvan, med sin kontaktperson.',
    }),
    made_at: addDays(TODAY, -200),
    changed_at: addDays(TODAY, -20),
  });
  rows.add('case_role', {
    id: newId(),
    case_id: id,
    role: 'COORDINATOR',
    assignment_id: coordinator,
    state: 'HELD',
    since: TODAY,
  });
  return { id, childId, secrets };
}

/** A case with all that it has: people, parties, consents, meetings, plans, what became of them, and its timeline. */
function writeFullCase(rows: SealedRows, area: Area, size: Size, dueOn: string): string {
  const { id, childId, secrets } = writeCase(rows, area, area.quiet, dueOn);
  const own = { case_id: id };
  const units = area.parties.slice(0, size.parties);
  const guardians = Array.from({ length: size.guardians }, () => newId());
  for (const guardian of guardians) {
    const details: GuardianDetails = {
      name: 'Robin Testsson',
      identity: '199002222397',
      address: 'Björkvägen 4, 431 30 Almby',
      phone: '070-174 06 05',
      email: 'robin@example.se',
    };
    const sealed = secrets.seal('guardian.details', guardian, details);
    rows.add('guardian', {
      id: guardian,
      child_id: childId,
      details: sealed,
      language: 'so',
      interpreter: true,
      protection: 'NONE',
      hidden_from_other: false,
      version: 1,
    });
  }
  for (const unit of units)
    rows.add('party', { id: newId(), ...own, unit_id: unit, key_id: rows.key().id, joined_on: addDays(TODAY, -200) });
  for (const consenter of [null, ...guardians]) {
    for (const purpose of ['PLAN', 'DISCLOSURE']) {
      const consent = newId();
      const told = purpose === 'DISCLOSURE';
      rows.add('consent', {
        id: consent,
        ...own,
        purpose,
        guardian_id: consenter,
        given: true,
        form: 'WRITTEN',
        decided_on: addDays(TODAY, -190),
        valid_to: addDays(TODAY, 170),
        unit_ids: told ? units : [],
        categories: told ? ['IDENTITY', 'MEETING', 'PLAN', 'SCHOOL'] : [],
        details: secrets.seal('consent.details', consent, told ? { exclusions: 'Inget om pappas sjukdom.' } : {}),
        version: 1,
        made_at: addDays(TODAY, -190),
      });
    }
  }
  for (let number = 1; number <= size.plans; number++) writePlan(rows, area, size, { id, number, units, secrets });
  for (let i = 0; i < size.meetings; i++) {
    const meeting = newId();
    const day = addDays(TODAY, -180 + 8 * i);
    rows.add('meeting', {
      id: meeting,
      ...own,
      unit_id: area.quiet.unit,
      kind: i === 0 ? 'FIRST' : 'FOLLOW_UP',
      state: 'HELD',
      starts_at: `${day}T09:00:00Z`,
      wall_time: `${day}T10:00:00`,
      zone: 'Europe/Stockholm',
      minutes: 60,
      reply_by: day,
      called_on: addDays(day, -12),
      held_on: day,
      child_part: 'IN_PART',
      counted: {},
      details: secrets.seal('meeting.details', meeting, heldMeeting(guardians)),
      version: 5,
    });
    for (const unit of units)
      rows.add('meeting_party', {
        meeting_id: meeting,
        ...own,
        unit_id: unit,
        call: 'SUMMONS',
        shows_place: true,
        attendance: 'PRESENT',
      });
  }
  for (let i = 0; i < EVENTS; i++) rows.addEvent(id, area.quiet, new Date(Date.now() - (EVENTS - i) * 3_600_000));
  return id;
}

/** A confirmed plan; the earlier ones have been followed up. */
function writePlan(
  rows: SealedRows,
  { quiet }: Area,
  size: Size,
  {
    id,
    number,
    units,
    secrets,
  }: { id: string; number: number; units: string[]; secrets: ReturnType<SealedRows['key']> },
): void {
  const version = newId();
  const content = planOf(size.interventions, units);
  const confirmedOn = addDays(TODAY, -170 + 40 * number);
  rows.add('plan_version', {
    id: version,
    case_id: id,
    number,
    follow_up_on: addDays(confirmedOn, 40),
    family_agrees: true,
    content: secrets.seal('plan_version.content', version, content),
    confirmed_by_id: quiet.coordinator,
    confirmed_by_name: 'Karin Berg',
    confirmed_on: confirmedOn,
  });
  if (number === size.plans) {
    rows.change('sip_case', id, { plan_number: number });
    for (const { id: intervention, unitId, dueOn } of content.interventions)
      rows.add('intervention', {
        case_id: id,
        id: intervention,
        unit_id: unitId,
        due_on: dueOn,
        number,
        state: 'AGREED',
      });
    return;
  }
  const followUp = newId();
  rows.add('follow_up', {
    id: followUp,
    case_id: id,
    plan_number: number,
    held_on: addDays(confirmedOn, 40),
    due_on: addDays(confirmedOn, 40),
    decision: 'CONTINUE',
    by_id: quiet.coordinator,
    details: secrets.seal('follow_up.details', followUp, {
      goals: content.goals.map(({ id: goalId }) => ({
        goalId,
        result: 'PARTLY',
        note: 'Tre dagar av fem sedan februari.',
      })),
      interventions: content.interventions.map(({ id: interventionId }) => ({ interventionId, result: 'ONGOING' })),
    }),
  });
}
