import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Problem, sql } from '../platform/index.ts';
import { emailOf, guardianNumber, nameOf, refusePlaces, writtenOver } from './child-input.rules.ts';
import { childEvents } from './child.events.ts';
import { ChildReader } from './child.reader.ts';
import { ChildRecords, type LockedGuardian } from './child.records.ts';
import { type GuardianDetails, isAdultOn } from './child.rules.ts';
import type { GuardianChange, GuardianEnd, GuardianView, NewGuardian } from './guardian.dto.ts';

/** Two are usual; more occur for a time, while a decision on custody is on its way (our convention). */
const MOST_GUARDIANS = 4;

const CURRENT = sql(
  'guardian.current',
  `select count(*)::int as count from guardian where child_id = $1 and ended_on is null`,
);
const ADD = sql(
  'guardian.add',
  `insert into guardian (id, child_id, details, language, interpreter, protection, hidden_from_other)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const CHANGE = sql(
  'guardian.change',
  `update guardian set details = $2, language = $3, interpreter = $4, protection = $5, hidden_from_other = $6, version = version + 1
    where id = $1`,
);
const END = sql(
  'guardian.end',
  `update guardian set ended_on = $2, ended_because = $3, version = version + 1 where id = $1`,
);

/** Guardians: each a person and a recipient of their own. One who no longer is a guardian stays, as ended. */
@Injectable()
export class GuardianService {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly reader: ChildReader,
    private readonly clock: Clock,
  ) {}

  async add(childId: string, guardian: NewGuardian): Promise<GuardianView> {
    const child = await this.records.lock(childId);
    if (isAdultOn(child.birthDate, this.clock.today()))
      throw new Problem('state-conflict', 'Den unga har fyllt 18 år och har inga vårdnadshavare längre.');
    const [current] = await this.database.query<{ count: number }>(CURRENT(childId));
    if (current!.count >= MOST_GUARDIANS)
      throw new Problem(
        'state-conflict',
        `Det finns redan ${MOST_GUARDIANS} vårdnadshavare. Avsluta först den som inte längre är det.`,
      );
    const { language = 'sv', interpreter = false, protection = 'NONE', hiddenFromOther = false } = guardian;
    refusePlaces(placesOf(guardian), protection, child.protection);
    const id = newId();
    const details = this.written({ name: '' }, guardian);
    const sealed = child.secrets.seal('guardian.details', id, details);
    await this.database.query(ADD(id, childId, sealed, language, interpreter, protection, hiddenFromOther));
    await this.records.familyChanged(childId);
    await this.records.record(childEvents.guardianAdded, child);
    return this.reader.guardian(id);
  }

  async change(id: string, version: number, change: GuardianChange): Promise<GuardianView> {
    const guardian = await this.records.lockGuardian(id, version);
    const { language, interpreter, protection, hiddenFromOther } = { ...guardian, ...given(change) };
    refusePlaces(placesOf(change), protection, guardian.childProtection);
    const sealed = guardian.secrets.seal('guardian.details', id, this.written(guardian.details, change));
    await this.database.query(CHANGE(id, sealed, language, interpreter, protection, hiddenFromOther));
    await this.records.record(childEvents.guardianChanged, childOf(guardian));
    return this.reader.guardian(id);
  }

  async end(id: string, version: number, { reason }: GuardianEnd): Promise<GuardianView> {
    const guardian = await this.records.lockGuardian(id, version);
    await this.database.query(END(id, this.clock.today(), reason));
    await this.records.familyChanged(guardian.childId);
    await this.records.record(childEvents.guardianEnded, childOf(guardian), { reason });
    return this.reader.guardian(id);
  }

  private written(
    details: GuardianDetails,
    { name, identity, address, phone, email }: GuardianChange,
  ): GuardianDetails {
    return writtenOver(details, {
      name: name === undefined ? undefined : nameOf('name', name),
      identity: identity && guardianNumber(identity, this.clock.today()),
      address,
      phone,
      email: email && emailOf(email),
    });
  }
}

const placesOf = ({ address, phone, email }: GuardianChange) => ({ address, phone, email });

/** The codes and flags that a change gives; what it leaves out is left alone. */
const given = ({ language, interpreter, protection, hiddenFromOther }: GuardianChange) => ({
  ...(language !== undefined && { language }),
  ...(interpreter !== undefined && { interpreter }),
  ...(protection !== undefined && { protection }),
  ...(hiddenFromOther !== undefined && { hiddenFromOther }),
});

const childOf = ({ childId, childProtection, named }: LockedGuardian) => ({
  id: childId,
  protection: childProtection,
  named,
});
