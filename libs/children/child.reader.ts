import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_RUNS } from '../directory/index.ts';
import { Clock, Database, Problem, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import type { AssessmentView, ChildCover, ChildView } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildRecords } from './child.records.ts';
import {
  adultFrom,
  ageOn,
  type AppointmentDetails,
  type AssessmentDetails,
  type ChildDetails,
  type GuardianDetails,
  initialsOf,
  type Protection,
  shownDetails,
  shownGuardian,
} from './child.rules.ts';
import type { GuardianView } from './guardian.dto.ts';
import type { AppointmentView } from './reader-appointment.dto.ts';

const COVER = sql('child.cover', `select id, protection from child where id = $1`);

const GUARDIAN = `json_strip_nulls(json_build_object('id', g.id, 'childId', g.child_id, 'version', g.version, 'language', g.language,
  'interpreter', g.interpreter, 'protection', g.protection, 'hiddenFromOther', g.hidden_from_other, 'endedOn', g.ended_on,
  'endedBecause', g.ended_because, 'details', encode(g.details, 'base64')))`;

/** The record of the child `c` with the people around it, as JSON: what is sealed stands beside it as base64. */
export const CHILD_JSON = `json_build_object('details', encode(c.details, 'base64'),
          'view', json_build_object('id', c.id, 'version', c.version, 'identityKind', c.identity_kind, 'birthDate', c.birth_date,
            'protection', c.protection,
            'readers', (select coalesce(json_agg(json_build_object('assignmentId', a.id, 'name', p.name, 'named', n.child_id is not null)
                                order by p.name, a.id), '[]')
                          from assignment a join person p on p.id = a.person_id
                          left join named_reader n on n.assignment_id = a.id and n.child_id = c.id
                         where c.protection <> 'NONE' and a.unit_id = c.unit_id and a.role = 'SIP_COORDINATOR'
                           and ${ASSIGNMENT_RUNS}),
            'cases', (select coalesce(json_agg(json_strip_nulls(json_build_object('id', o.id, 'reference', o.reference,
                              'needOn', o.need_on, 'endedOn', o.ended_on)) order by o.id desc), '[]')
                        from sip_case o where o.child_id = c.id)),
          'guardians', (select coalesce(json_agg(${GUARDIAN} order by g.ended_on nulls first, g.id), '[]')
             from guardian g where g.child_id = c.id),
          'assessments', (select coalesce(json_agg(json_build_object('id', m.id, 'assessedOn', m.assessed_on, 'mature', m.mature,
                    'details', encode(m.details, 'base64')) order by m.assessed_on desc, m.id desc), '[]')
             from maturity_assessment m where m.child_id = c.id),
          'appointments', (select coalesce(json_agg(json_build_object('id', t.id, 'name', p.name, 'appointedAt', t.appointed_at,
                    'details', encode(t.details, 'base64')) order by t.id desc), '[]')
             from reader_appointment t join assignment a on a.id = t.reader_id join person p on p.id = a.person_id
            where t.child_id = c.id))`;

const READ = sql(
  'child.read',
  `select ${CHILD_JSON} as record, c.key_id as "keyId", k.wrapped,
          array(select r.assignment_id from named_reader r where r.child_id = c.id order by r.assignment_id) as named
     from child c join data_key k on k.id = c.key_id where c.id = $1`,
);

const READ_GUARDIAN = sql(
  'guardian.read',
  `select ${GUARDIAN} as guardian, c.protection as "childProtection", c.key_id as "keyId", k.wrapped
     from guardian g join child c on c.id = g.child_id join data_key k on k.id = c.key_id where g.id = $1`,
);

type SealedGuardian = Omit<GuardianView, keyof GuardianDetails> & { details: string };
type SealedAssessment = Omit<AssessmentView, keyof AssessmentDetails> & { details: string };
type SealedAppointment = Omit<AppointmentView, keyof AppointmentDetails> & { id: string; details: string };

/** A child's record as the database answers it. */
export interface SealedChild {
  view: Pick<ChildView, 'id' | 'version' | 'identityKind' | 'birthDate' | 'protection' | 'readers' | 'cases'>;
  guardians: SealedGuardian[];
  assessments: SealedAssessment[];
  appointments: SealedAppointment[];
  details: string;
}

interface ReadRow {
  record: SealedChild;
  keyId: string;
  wrapped: Buffer;
  named: string[];
}

/** Reads a child's record with the people around it, as one statement. */
@Injectable()
export class ChildReader {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly secrets: SubjectKeys,
    private readonly clock: Clock,
  ) {}

  /** What is seen before the record is opened: whether the child is protected. */
  async cover(id: string): Promise<ChildCover> {
    const [cover] = await this.database.query<ChildCover>(COVER(id));
    if (!cover) throw Problem.notFound();
    await this.records.record(childEvents.coverRead, { ...cover, named: [] });
    return cover;
  }

  async read(id: string): Promise<ChildView> {
    const row = await this.row(id);
    await this.records.record(childEvents.read, { ...row.record.view, named: row.named });
    return this.opened(row);
  }

  /** The same, for a service that records an event of its own. */
  async view(id: string): Promise<ChildView> {
    return this.opened(await this.row(id));
  }

  async guardian(id: string): Promise<GuardianView> {
    type Row = { guardian: SealedGuardian; childProtection: Protection; keyId: string; wrapped: Buffer };
    const [row] = await this.database.query<Row>(READ_GUARDIAN(id));
    if (!row) throw Problem.notFound();
    return openedGuardian(row.guardian, row.childProtection, this.secrets.of(row.keyId, row.wrapped));
  }

  private async row(id: string): Promise<ReadRow> {
    const [row] = await this.database.query<ReadRow>(READ(id));
    if (!row) throw Problem.notFound();
    return row;
  }

  private opened({ record, keyId, wrapped }: ReadRow): ChildView {
    return openedChild(record, this.secrets.of(keyId, wrapped), this.clock.today());
  }
}

/** Opens a child's record with its key: what may be shown of it. */
export function openedChild(
  { view, guardians, assessments, appointments, details }: SealedChild,
  secrets: SubjectKey,
  today: string,
): ChildView {
  const child = secrets.open<ChildDetails>('child.details', view.id, details);
  return {
    ...view,
    ...shownDetails(child, view.protection),
    initials: initialsOf(child),
    age: Math.max(0, ageOn(view.birthDate, today)),
    adultFrom: adultFrom(view.birthDate),
    guardians: guardians.map((guardian) => openedGuardian(guardian, view.protection, secrets)),
    assessments: assessments.map(({ details: sealed, ...assessment }) => ({
      ...assessment,
      ...secrets.open<AssessmentDetails>('maturity_assessment.details', assessment.id, sealed),
    })),
    appointments: appointments.map(({ id, name, appointedAt, details: sealed }) => ({
      name,
      appointedAt: new Date(appointedAt).toISOString(),
      ...secrets.open<AppointmentDetails>('reader_appointment.details', id, sealed),
    })),
  };
}

function openedGuardian(
  { details, ...guardian }: SealedGuardian,
  child: Protection,
  secrets: SubjectKey,
): GuardianView {
  const opened = secrets.open<GuardianDetails>('guardian.details', guardian.id, details);
  return { ...guardian, ...shownGuardian(opened, guardian.protection, child) };
}
