import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Clock, Database, sql } from '../platform/index.ts';
import type { AgreementView } from './agreement.dto.ts';

const read = eventKind({ type: 'agreement.read', activity: 'Läsa' });
const namesRead = eventKind({ type: 'blocked-names.read', activity: 'Läsa' });
const namesReplaced = eventKind({ type: 'blocked-names.replaced', activity: 'Skriva' });

const CURRENT = sql(
  'agreement.current',
  `select version, valid_from::text as "validFrom", content from agreement
    where area_id = app_area() and valid_from <= $1::date order by version desc limit 1`,
);
const NAMES = sql(
  'blocked-names.read',
  `select name from blocked_name where area_id = app_area() order by name collate "sv-x-icu"`,
);
const NAMES_AMONG = sql(
  'blocked-names.among',
  `select name from blocked_name where area_id = app_area() and name = any ($1::text[])`,
);
const REPLACE_NAMES = sql(
  'blocked-names.replace',
  `with gone as (delete from blocked_name where area_id = app_area() and name <> all ($1::text[]))
   insert into blocked_name (area_id, name) select app_area(), unnest($1::text[]) on conflict do nothing`,
);

/** The area's agreement: its deadlines, limits and lists, and the names that may not stand in an anonymised text. */
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

  async blockedNames(): Promise<string[]> {
    this.log.record(namesRead);
    return this.names();
  }

  async replaceBlockedNames(names: string[]): Promise<string[]> {
    const cleaned = [
      ...new Set(names.map((name) => name.trim().normalize().replaceAll(/\s+/g, ' ').toLowerCase()).filter(Boolean)),
    ];
    await this.database.query(REPLACE_NAMES(cleaned));
    this.log.record(namesReplaced, { facts: { names: cleaned.length } });
    return this.names();
  }

  /** Which of the words are on the list; the words are lower case. */
  async blockedAmong(words: string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ name: string }>(NAMES_AMONG(words));
    return new Set(rows.map(({ name }) => name));
  }

  private async names(): Promise<string[]> {
    return (await this.database.query<{ name: string }>(NAMES())).map(({ name }) => name);
  }
}
