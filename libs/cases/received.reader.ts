import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, Problem, rowsOf, sql, SubjectKeys, type PageQuery } from '../platform/index.ts';
import { receivedEvents } from './consent.events.ts';
import { copyView, openCopy, sealedCopy, wholeCopy, type SealedCopy, type WholeCopy } from './disclosure.copy.ts';
import type { DisclosedPromise } from './disclosure.document.ts';
import type { ReceivedCasePage, ReceivedCaseRow, ReceivedCaseView } from './received.dto.ts';

// The narrow sorted relation is the unit's own copies; the newest of each case stands for it.
const LIST = sql(
  'received-case.list',
  `with newest as (
     select distinct on (d.case_id) d.id, d.disclosed_at from disclosure d
      where d.unit_id = (select app_unit()) order by d.case_id, d.id desc)
   select (select coalesce(json_agg(json_build_object('caseId', d.case_id, 'reference', d.reference, 'latestWhat', d.what,
               'latestAt', d.disclosed_at, 'guarded', d.reader_ids is not null, 'endedAt', e.ended_at,
               'latest', json_build_object(${sealedCopy('d', 'k')}),
               'plan', (select json_build_object(${sealedCopy('p', 'pk')}, 'followedUp', exists (select from disclosure f
                           where f.unit_id = p.unit_id and f.case_id = p.case_id and f.what = 'FOLLOW_UP' and f.number = p.number))
                          from disclosure p join data_key pk on pk.id = p.key_id
                         where p.unit_id = d.unit_id and p.case_id = d.case_id and p.what = 'PLAN' order by p.id desc limit 1))
             order by n.disclosed_at desc, n.id desc), '[]')
             from (select * from newest order by disclosed_at desc, id desc offset $1 limit $2) n
             join disclosure d on d.id = n.id join data_key k on k.id = d.key_id
             left join disclosure_end e on e.unit_id = d.unit_id and e.case_id = d.case_id and e.ended_at >= d.disclosed_at) as rows,
          (select count(*)::int from (select from newest limit 1000) reached) as total`,
);
const READ = sql(
  'received-case.read',
  `select d.reference, case when e.ended_at >= max(d.disclosed_at) over () then e.ended_at end as "endedAt", ${wholeCopy('d', 'k')} as copy
     from disclosure d join data_key k on k.id = d.key_id
     left join disclosure_end e on e.unit_id = d.unit_id and e.case_id = d.case_id
    where d.unit_id = (select app_unit()) and d.case_id = $1 order by d.id desc`,
);

type ListedCase = Pick<ReceivedCaseRow, 'caseId' | 'reference' | 'latestWhat' | 'latestAt'> & {
  guarded: boolean;
  endedAt: string | null;
  latest: SealedCopy;
  /** `followedUp`: how it went has been disclosed too. */
  plan: (SealedCopy & { followedUp: boolean }) | null;
};

/** What a party reads of cases: the copies disclosed to its unit, and nothing else (docs/adr/0007). */
@Injectable()
export class ReceivedReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly keys: SubjectKeys,
  ) {}

  async list(query: PageQuery): Promise<ReceivedCasePage> {
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<{ rows: ListedCase[]; total: number }>(LIST(offset, limit));
    this.log.record(receivedEvents.listed, { facts: { rows: row!.rows.length } });
    return { cases: row!.rows.map((one) => this.row(one)), total: row!.total, page: query.page, limit };
  }

  /** Every copy of one case, the newest first. A withdrawn consent leaves what was disclosed before. */
  async read(caseId: string): Promise<ReceivedCaseView> {
    const rows = await this.database.query<{ reference: string; endedAt: Date | null; copy: WholeCopy }>(READ(caseId));
    if (!rows[0]) throw Problem.notFound();
    const { reference, endedAt } = rows[0];
    this.log.record(receivedEvents.read, { subject: `sip-case:${caseId}`, facts: { copies: rows.length } });
    return {
      caseId,
      reference,
      ...(endedAt && { endedAt: endedAt.toISOString() }),
      copies: rows.map(({ copy }) => copyView(this.keys, copy)),
    };
  }

  private row({ guarded, endedAt, latest, plan, ...row }: ListedCase): ReceivedCaseRow {
    const { initials, age } = openCopy(this.keys, latest).child;
    const promises = plan ? openCopy(this.keys, plan).promises : [];
    const followedUp = plan?.followedUp ?? false;
    const next = followedUp || endedAt ? undefined : firstDue(promises);
    return {
      ...row,
      ...(!guarded && { initials, age }),
      ...(endedAt && { endedAt }),
      promises: promises.length,
      followedUp,
      ...(next && { nextPromise: next }),
    };
  }
}

/** The promise with the earliest day. Whether it has been kept a unit learns when the plan is followed up. */
const firstDue = (promises: readonly DisclosedPromise[]): DisclosedPromise | undefined =>
  promises
    .filter(({ dueOn }) => dueOn !== undefined)
    .toSorted((one, other) => one.dueOn!.localeCompare(other.dueOn!))[0];
