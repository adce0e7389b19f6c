import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Clock, Database, Problem, refuseFaults, sql, staleVersion } from '../platform/index.ts';
import type { AgreementContent, AgreementVersionRow, AgreementVersions, AgreementView } from './agreement.dto.ts';
import { faultsIn } from './agreement.rules.ts';

const read = eventKind({ type: 'agreement.read', activity: 'Läsa' });
const versionsListed = eventKind({ type: 'agreement.versions-listed', activity: 'Läsa' });
const changed = eventKind({ type: 'agreement.changed', activity: 'Skriva' });

const CURRENT = sql(
  'agreement.current',
  `select version, valid_from::text as "validFrom", content from agreement
    where area_id = app_area() and valid_from <= $1::date order by version desc limit 1`,
);
const AT = sql(
  'agreement.at',
  `select version, valid_from::text as "validFrom", content from agreement where area_id = app_area() and version = $1`,
);
const VERSIONS = sql(
  'agreement.versions',
  `select coalesce(json_agg(json_strip_nulls(json_build_object('version', a.version, 'validFrom', a.valid_from,
            'madeAt', a.made_at, 'madeBy', n.name)) order by a.version desc), '[]') as versions
     from agreement a left join assignment s on s.id = a.made_by left join person n on n.id = s.person_id
    where a.area_id = app_area()`,
);
// Two who save at once: the later finds the number taken.
const ADD = sql(
  'agreement.add',
  `insert into agreement (area_id, version, valid_from, content, made_by)
   values (app_area(), $1, $2, $3, app_assignment()) on conflict do nothing`,
);

/** The area's agreement: its deadlines, limits and lists. */
@Injectable()
export class AgreementService {
  /** Versions by area and number: a version never changes once it is made. */
  private readonly versions = new Map<string, AgreementContent>();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** The version in force, or the one asked for. */
  async read(version?: number): Promise<AgreementView> {
    this.log.record(read);
    if (version === undefined) return this.current();
    const [agreement] = await this.database.query<AgreementView>(AT(version));
    if (!agreement) throw Problem.notFound();
    return agreement;
  }

  async listVersions(): Promise<AgreementVersions> {
    this.log.record(versionsListed);
    const [row] = await this.database.query<{ versions: AgreementVersionRow[] }>(VERSIONS());
    return row!;
  }

  /** Writes a new version, in force from today. Whatever runs under a former one goes on under it. */
  async replace(version: number, content: AgreementContent): Promise<AgreementView> {
    const current = await this.current();
    if (current.version !== version) throw staleVersion(current.version);
    const errors = faultsIn(content, current.content);
    refuseFaults(errors, 'Rätta fälten och spara igen.');
    const next = { version: version + 1, validFrom: this.clock.today(), content };
    const added = await this.database.scope.change(ADD(next.version, next.validFrom, content));
    if (added === 0) throw staleVersion(next.version);
    this.log.record(changed, { facts: { version: next.version } });
    return next;
  }

  /** The version in force today; for other services, inside their own access. */
  async current(): Promise<AgreementView> {
    const [agreement] = await this.database.query<AgreementView>(CURRENT(this.clock.today()));
    if (!agreement) throw new Error('the area has no agreement in force');
    await this.remember(agreement);
    return agreement;
  }

  /** The version that something runs under, whatever is in force today. */
  async at(version: number): Promise<AgreementContent> {
    const known = this.versions.get(await this.placeOf(version));
    if (known) return known;
    const [row] = await this.database.query<AgreementView>(AT(version));
    if (!row) throw new Error('the agreement has no such version');
    await this.remember(row);
    return row.content;
  }

  private async remember({ version, content }: AgreementView): Promise<void> {
    this.versions.set(await this.placeOf(version), content);
  }

  private async placeOf(version: number): Promise<string> {
    const { area } = await this.database.scope.enter();
    return `${area}:${version}`;
  }
}
