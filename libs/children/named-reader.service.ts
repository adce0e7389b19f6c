import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_RUNS } from '../directory/index.ts';
import { Database, Problem, sql } from '../platform/index.ts';
import type { ChildView } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildReader } from './child.reader.ts';
import { ChildRecords } from './child.records.ts';
import { isProtected } from './child.rules.ts';

// The open case is held, so that nobody accepts it meanwhile: its coordinator as it stands is the one that counts.
const GROUND = sql(
  'named-reader.ground',
  `with open_case as (select s.coordinator_id from sip_case s where s.child_id = $1 and s.ended_on is null for update)
   select (select count(*)::int from assignment a where a.id = any ($2::uuid[]) and a.unit_id = app_unit()
              and a.role = 'SIP_COORDINATOR' and ${ASSIGNMENT_RUNS}) as coordinators,
          (select a.id from open_case o join assignment a on a.id = o.coordinator_id where ${ASSIGNMENT_RUNS}) as "caseCoordinator"`,
);
const REPLACE = sql('named-reader.replace', `select open_case as "openCase", lapsed from name_readers($1, $2)`);

interface Ground {
  /** How many of those chosen are coordinators of the actor's unit. */
  coordinators: number;
  /** Who coordinates the child's open case, while their assignment runs. */
  caseCoordinator: string | null;
}

/** Who may open a protected child: named coordinators of the unit that holds the record. */
@Injectable()
export class NamedReaderService {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly reader: ChildReader,
  ) {}

  /**
   * The actor stays among them, so that somebody can always open the record: a colleague takes one off the list. 409 for the
   * coordinator of the child's open case, which would stand still: they hand it over first, or leave.
   */
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
    const [ground] = await this.database.query<Ground>(GROUND(id, assignmentIds));
    const { coordinators, caseCoordinator } = ground!;
    if (coordinators < assignmentIds.length)
      throw Problem.field('assignmentIds', 'Välj bland samordnarna i din egen enhet.');
    if (caseCoordinator && child.named.includes(caseCoordinator) && !assignmentIds.includes(caseCoordinator))
      throw new Problem(
        'state-conflict',
        'Den du tar bort är samordnare för barnets ärende, som skulle bli stående. Be hen lämna över ärendet först: det görs under Roller i ärendet, och gäller när den som tar över har tackat ja.',
      );
    const [done] = await this.database.query<{ openCase: string | null; lapsed: boolean }>(REPLACE(id, assignmentIds));
    // Those taken off the list are told too, so that their open screens close.
    const named = [...new Set([...child.named, ...assignmentIds])];
    const facts = done!.lapsed ? { offerLapsed: true } : {};
    await this.records.record(childEvents.readersNamed, { ...child, named }, facts, done!.openCase);
    return this.reader.view(id);
  }
}
