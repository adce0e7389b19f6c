import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { CaseSteps } from '../cases/index.ts';
import { AgreementService, type CodeView } from '../directory/index.ts';
import { Clock, Database, Problem, sql, staleVersion } from '../platform/index.ts';
import type { AttendanceBandChange, AttendanceBandsView, AttendanceBandView } from './attendance-band.dto.ts';
import { attendanceEvents } from './attendance-band.events.ts';
import {
  ATTENDANCE_POINTS,
  bandCountOf,
  bandFaults,
  changeBetween,
  type NotedBand,
  type NotedBands,
} from './attendance-band.rules.ts';

const READ = sql(
  'attendance-band.read',
  `select s.agreement_version as "agreementVersion",
          (select coalesce(json_agg(json_strip_nulls(json_build_object('point', b.point, 'band', b.band,
             'recordedOn', b.recorded_on, 'version', b.version))), '[]') from attendance_band b where b.case_id = s.id) as kept
     from sip_case s where s.id = $1`,
);
const WRITE = sql(
  'attendance-band.write',
  `insert into attendance_band (case_id, point, band, recorded_on) values ($1, $2, $3, $4)
   on conflict (case_id, point) do update set band = excluded.band, recorded_on = excluded.recorded_on,
     version = attendance_band.version + 1`,
);

/**
 * How much of school the child misses, in bands. It is the school's knowledge: it is shown to the case's coordinators and to
 * nobody else. Nothing that is disclosed is composed from it, and no party's role has a grant on it.
 */
@Injectable()
export class AttendanceBandService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly agreements: AgreementService,
    private readonly steps: CaseSteps,
  ) {}

  async read(caseId: string): Promise<AttendanceBandsView> {
    const view = await this.view(caseId);
    this.log.record(attendanceEvents.read, { subject: `sip-case:${caseId}` });
    return view;
  }

  async change(caseId: string, version: number, change: AttendanceBandChange): Promise<AttendanceBandsView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const { kept } = await this.row(caseId);
    const { point } = change;
    const current = kept.find((each) => each.point === point)?.version ?? 0;
    if (current !== version) throw staleVersion(current);
    const bands = sip.rules.absenceBands;
    const noted = notedIn(change);
    const before = notedBands(kept);
    const { [point]: _replaced, ...others } = before;
    const count = bandCountOf(before, noted ? { ...others, [point]: noted } : others, bands);
    const faults = bandFaults(point, noted, others, bands, this.clock.today());
    const errors = 'fault' in count && faults.length === 0 ? [count.fault] : faults;
    if ('fault' in count || errors.length > 0) {
      throw new Problem('invalid-fields', 'Rätta fälten och spara igen.', { errors });
    }
    await this.database.query(WRITE(caseId, point, noted?.band ?? null, noted?.recordedOn ?? null));
    if (count.delta === 0) this.steps.record(attendanceEvents.changed, sip, { point });
    else this.steps.record(attendanceEvents.compared, sip, { point, ...count });
    return this.view(caseId);
  }

  private async row(caseId: string): Promise<{ agreementVersion: number; kept: AttendanceBandView[] }> {
    type Row = { agreementVersion: number; kept: AttendanceBandView[] };
    const [row] = await this.database.query<Row>(READ(caseId));
    if (!row) throw Problem.notFound();
    return row;
  }

  private async view(caseId: string): Promise<AttendanceBandsView> {
    const { agreementVersion, kept } = await this.row(caseId);
    const list: CodeView[] = (await this.agreements.at(agreementVersion)).sip.absenceBands;
    const change = changeBetween(notedBands(kept), list);
    const bands = ATTENDANCE_POINTS.map((point) => kept.find((each) => each.point === point) ?? { point, version: 0 });
    return { bands, ...(change && { change }) };
  }
}

/** Both the band and its day, or nothing: half of it is refused. */
function notedIn({ band, recordedOn }: AttendanceBandChange): NotedBand | null {
  if (band && recordedOn) return { band, recordedOn };
  if (band) throw Problem.field('recordedOn', 'Skriv vilken dag det gäller.');
  if (recordedOn) throw Problem.field('band', 'Välj ett band i listan.');
  return null;
}

const notedBands = (kept: readonly AttendanceBandView[]): NotedBands =>
  Object.fromEntries(
    kept.flatMap(({ point, band, recordedOn }) => (band && recordedOn ? [[point, { band, recordedOn }]] : [])),
  );
