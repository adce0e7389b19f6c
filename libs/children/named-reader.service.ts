import { Injectable } from '@nestjs/common';
import { Database, Problem, sql } from '../platform/index.ts';
import type { ChildView } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildReader } from './child.reader.ts';
import { ChildRecords } from './child.records.ts';
import { isProtected } from './child.rules.ts';

const OWN_COORDINATORS = sql(
  'named-reader.coordinators',
  `select count(*)::int as count from assignment
    where id = any($1) and unit_id = app_unit() and role = 'SIP_COORDINATOR' and (ended_at is null or ended_at > now())`,
);
const REPLACE = sql('named-reader.replace', `select open_case as "openCase", lapsed from name_readers($1, $2)`);

/** Who may open a protected child: named coordinators of the unit that holds the record. */
@Injectable()
export class NamedReaderService {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly reader: ChildReader,
  ) {}

  /** The actor stays among them, so that somebody can always open the record: a colleague takes one off the list. */
  async replace(id: string, version: number, assignmentIds: string[]): Promise<ChildView> {
    const child = await this.records.lock(id, version);
    if (!isProtected(child.protection))
      throw new Problem(
        'state-conflict',
        'Barnet har inga skyddade personuppgifter, så alla samordnare i enheten kan öppna det. Markera först att uppgifterna är skyddade.',
      );
    const { assignment } = await this.database.scope.enter();
    if (!assignmentIds.includes(assignment!))
      throw Problem.field('assignmentIds', 'Du kan inte ta bort dig själv. Be någon av de andra att göra det.');
    const [own] = await this.database.query<{ count: number }>(OWN_COORDINATORS(assignmentIds));
    if (own!.count < assignmentIds.length)
      throw Problem.field('assignmentIds', 'Välj bland samordnarna i din egen enhet.');
    const [done] = await this.database.query<{ openCase: string | null; lapsed: boolean }>(REPLACE(id, assignmentIds));
    // Those taken off the list are told too, so that their open screens close.
    const named = [...new Set([...child.named, ...assignmentIds])];
    const facts = done!.lapsed ? { offerLapsed: true } : {};
    await this.records.record(childEvents.readersNamed, { ...child, named }, facts, done!.openCase);
    return this.reader.view(id);
  }
}
