import { ageOn, initialsOf, type ChildDetails } from '../children/index.ts';
import { countReached, sql, type SubjectKeys } from '../platform/index.ts';
import type { CaseRow } from './case.dto.ts';
import { AHEAD } from './case.source.ts';
import { planConsentOn } from './consent-end.rules.ts';

/** How many days ahead something counts as due soon (our convention: a working week and the days around it). */
export const SOON_DAYS = 7;

const OPEN = 's.unit_id = (select app_unit()) and s.ended_on is null';

/** Which cases `s` each list holds, by the narrow sorted relation that it starts from. */
export const CASES = {
  OPEN,
  LATE: (today: string) => `${OPEN} and s.next_due_on < ${today}::date`,
  SOON: (today: string) => `${OPEN} and s.next_due_on between ${today}::date and ${today}::date + ${SOON_DAYS}`,
  CONSENT: `${OPEN} and s.state = 'CONSENT_PENDING'`,
  MINE: 's.coordinator_id = (select app_assignment()) and s.ended_on is null',
  ENDED: 's.unit_id = (select app_unit()) and s.ended_on is not null',
};

/** What is due first comes first; what has no day to keep comes last. */
export const BY_DUE = 's.next_due_on, s.id';

/** How many there are, as far as a list reaches. */
export const countOf = (where: string): string => countReached(`from sip_case s where ${where}`);

/** The row of a work list for the case `s`, what is sealed of it as base64. */
export const LISTED = `json_build_object('row', json_strip_nulls(json_build_object(
    'id', s.id, 'reference', s.reference, 'kind', s.kind, 'state', s.state, 'version', s.version, 'guarded', s.guarded,
    'nextDueOn', s.next_due_on, 'consentEndsOn', s.consent_ends_on, 'coordinatorName', n.name, 'changedAt', s.changed_at, ${AHEAD})),
  'childId', c.id, 'birthDate', c.birth_date, 'keyId', c.key_id, 'wrapped', encode(k.wrapped, 'base64'),
  'child', encode(c.details, 'base64'))`;

/** What LISTED reads from beside `s`: joined after the limit of the relation that the list starts from. */
export const LISTED_WITH = `join child c on c.id = s.child_id join data_key k on k.id = c.key_id
  join assignment a on a.id = s.coordinator_id join person n on n.id = a.person_id`;

/** The rows of the cases `where`, in order, limited: as JSON. */
export const rowsWhere = (where: string, order: string, limit: string): string =>
  `(select coalesce(json_agg(${LISTED} order by ${order}), '[]')
      from (select * from sip_case s where ${where} order by ${order} ${limit}) s ${LISTED_WITH})`;

const pageOf = (name: string, where: string, order: string) =>
  sql(
    `sip-case.list-${name}`,
    `select ${rowsWhere(where, order, 'offset $1 limit $2')} as rows, ${countOf(where)} as total`,
  );

const TODAY = '$3';

/** A page of each list. */
export const CASE_PAGES = {
  OPEN: pageOf('open', CASES.OPEN, BY_DUE),
  LATE: pageOf('late', CASES.LATE(TODAY), BY_DUE),
  SOON: pageOf('soon', CASES.SOON(TODAY), BY_DUE),
  CONSENT: pageOf('consent', CASES.CONSENT, BY_DUE),
  MINE: pageOf('mine', CASES.MINE, BY_DUE),
  ENDED: pageOf('ended', CASES.ENDED, 's.changed_at desc, s.id desc'),
};

/** Lists whose page takes today's date as well. */
export const isDated = (list: keyof typeof CASE_PAGES): boolean => list === 'LATE' || list === 'SOON';

/** A row as the database answers it. */
export interface ListedCase {
  row: Omit<CaseRow, 'initials' | 'age' | 'planConsent'>;
  childId: string;
  birthDate: string;
  keyId: string;
  wrapped: string;
  child: string;
}

/** Opens what a row may show of the child: initials and age, and of a protected child nothing. */
export function listedRow(
  { row, childId, birthDate, keyId, wrapped, child }: ListedCase,
  keys: SubjectKeys,
  today: string,
): CaseRow {
  const standing = { ...row, ...planConsentOn(row.consentEndsOn, today) };
  if (row.guarded) return standing;
  const named = keys.of(keyId, wrapped).open<ChildDetails>('child.details', childId, child);
  return { ...standing, initials: initialsOf(named), age: ageOn(birthDate, today) };
}
