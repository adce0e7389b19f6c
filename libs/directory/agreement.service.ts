import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Clock, Database, sql } from '../platform/index.ts';
import type { AgreementView } from './agreement.dto.ts';

const read = eventKind({ type: 'agreement.read', activity: 'Läsa' });

const CURRENT = sql(
  'agreement.current',
  `select version, valid_from::text as "validFrom", content from agreement
    where area_id = app_area() and valid_from <= $1::date order by version desc limit 1`,
);
/** The area's agreement: its deadlines, limits and lists. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<AgreementView> {
    this.log.record(read);
    return this.current();
  }

  /** The version in force today; for other services, inside their own access. */
  async current(): Promise<AgreementView> {
    const [agreement] = await this.database.query<AgreementView>(CURRENT(this.clock.today()));
    if (!agreement) throw new Error('the area has no agreement in force');
    return agreement;
  }
}
