import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Database, sql, staleVersion } from '../platform/index.ts';
import type { BlockedNamesView } from './agreement.dto.ts';

const read = eventKind({ type: 'blocked-names.read', activity: 'Läsa' });
const replaced = eventKind({ type: 'blocked-names.replaced', activity: 'Skriva' });

const READ = sql(
  'blocked-names.read',
  `select a.blocked_names_version as version,
          (select coalesce(json_agg(name order by name collate "sv-x-icu"), '[]') from blocked_name where area_id = a.id) as names
     from area a where a.id = app_area()`,
);
const AMONG = sql(
  'blocked-names.among',
  `select name from blocked_name where area_id = app_area() and name = any ($1::text[])`,
);
const NEXT_VERSION = sql(
  'blocked-names.next-version',
  `update area set blocked_names_version = blocked_names_version + 1 where id = app_area() and blocked_names_version = $1`,
);
const REPLACE = sql(
  'blocked-names.replace',
  `with gone as (delete from blocked_name where area_id = app_area() and name <> all ($1::text[]))
   insert into blocked_name (area_id, name) select app_area(), unnest($1::text[]) on conflict do nothing`,
);

/** The names that may not stand in an anonymised text: the area's own list. */
@Injectable()
export class BlockedNameService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async read(): Promise<BlockedNamesView> {
    this.log.record(read);
    return this.list();
  }

  async replace(version: number, names: string[]): Promise<BlockedNamesView> {
    if ((await this.database.scope.change(NEXT_VERSION(version))) === 0)
      throw staleVersion((await this.list()).version);
    const cleaned = [...new Set(names.map(asWritten).filter(Boolean))];
    await this.database.query(REPLACE(cleaned));
    this.log.record(replaced, { facts: { names: cleaned.length } });
    return this.list();
  }

  /** Which of the words are on the list; the words are lower case. For other services, inside their own access. */
  async among(words: string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ name: string }>(AMONG(words));
    return new Set(rows.map(({ name }) => name));
  }

  private async list(): Promise<BlockedNamesView> {
    const [list] = await this.database.query<BlockedNamesView>(READ());
    return list!;
  }
}

/** A name as the list keeps it: lower case, single spaces, accents composed. */
const asWritten = (name: string): string => name.trim().normalize().replaceAll(/\s+/g, ' ').toLowerCase();
