import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ASSIGNMENT_RUNS } from '../directory/index.ts';
import { Database, LIST_REACH, newId, type PageQuery, Problem, rowsOf, sql, SubjectKeys } from '../platform/index.ts';
import { childEvents } from './child.events.ts';
import type { AppointmentDetails } from './child.rules.ts';
import type { NewAppointment, UnreadChildPage } from './reader-appointment.dto.ts';

const CANDIDATE = `a.role = 'SIP_COORDINATOR' and ${ASSIGNMENT_RUNS} and a.person_id <> app_person()`;

// The row policy shows an administrator the protected children that nobody may open, and no others.
const LIST = sql(
  'reader-appointment.list',
  `with unread as (
     select c.id, c.unit_id, (select max(a.ended_at) from named_reader r join assignment a on a.id = r.assignment_id
                               where r.child_id = c.id) as since
       from child c where c.protection <> 'NONE')
   select json_build_object(
     'children', (select coalesce(json_agg(json_build_object('id', o.id, 'since', o.since,
          'unit', json_build_object('id', u.id, 'name', u.name),
          'caseReferences', array(select s.reference from sip_case s where s.child_id = o.id order by s.id desc),
          'candidates', (select coalesce(json_agg(json_build_object('assignmentId', a.id, 'name', n.name)
                                 order by n.name collate "sv-x-icu", a.id), '[]')
             from assignment a join person n on n.id = a.person_id where a.unit_id = o.unit_id and ${CANDIDATE}))
          order by o.since, o.id), '[]')
        from (select * from unread order by since, id offset $1 limit $2) o join unit u on u.id = o.unit_id),
     'total', (select count(*) from (select from unread limit ${LIST_REACH}) reached)) as page`,
);
const FIND = sql(
  'reader-appointment.find',
  `select c.key_id as "keyId", k.wrapped,
          exists (select from assignment a where a.id = $2 and a.unit_id = c.unit_id and ${CANDIDATE}) as fits
     from child c join data_key k on k.id = c.key_id where c.id = $1`,
);
const APPOINT = sql('reader-appointment.make', `select appoint_reader($1, $2, $3, $4) as appointed`);

interface Unread {
  keyId: string;
  wrapped: Buffer;
  fits: boolean;
}

/** The area's administrator sees that nobody may open a protected child, and names somebody who may (docs/adr/0009). */
@Injectable()
export class ReaderAppointmentService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly secrets: SubjectKeys,
  ) {}

  async list(query: PageQuery): Promise<UnreadChildPage> {
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<{ page: Pick<UnreadChildPage, 'children' | 'total'> }>(LIST(offset, limit));
    const { children, total } = row!.page;
    this.log.record(childEvents.withoutReaderListed, { facts: { rows: children.length } });
    const since = (at: string) => new Date(at).toISOString();
    return {
      children: children.map((child) => ({ ...child, since: since(child.since) })),
      total,
      page: query.page,
      limit,
    };
  }

  /** 404 when somebody may open the child, 422 when the one chosen is not a coordinator of its unit or is the actor. */
  async appoint(childId: string, { assignmentId, reason }: NewAppointment): Promise<void> {
    if (!reason.trim()) throw Problem.field('reason', 'Skriv varför just den personen ska kunna öppna uppgifterna.');
    const [child] = await this.database.query<Unread>(FIND(childId, assignmentId));
    if (!child) throw noLongerUnread();
    if (!child.fits)
      throw Problem.field('assignmentId', 'Välj en av enhetens samordnare i listan. Du kan inte välja dig själv.');
    const id = newId();
    const details: AppointmentDetails = { reason: reason.trim() };
    const sealed = this.secrets.of(child.keyId, child.wrapped).seal('reader_appointment.details', id, details);
    const [made] = await this.database.query<{ appointed: boolean }>(APPOINT(childId, assignmentId, id, sealed));
    if (!made!.appointed) throw noLongerUnread();
    this.log.record(childEvents.readerAppointed, {
      subject: `child:${childId}`,
      facts: { guarded: true, named: [assignmentId] },
    });
  }
}

const noLongerUnread = (): Problem =>
  new Problem('not-found', 'Barnet finns inte kvar bland dem som ingen kan öppna. Stäng rutan och läs in sidan igen.');
