import { Injectable } from '@nestjs/common';
import { Log, type EventKind } from '../audit/index.ts';
import { Database, dayInWords, Problem, sql, staleVersion, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import { FamilyChanges } from './family-changes.ts';
import { type ChildDetails, type GuardianDetails, isProtected, type Protection } from './child.rules.ts';
import type { IdentityKind } from './identity-number.rules.ts';

const NAMED = `array(select r.assignment_id from named_reader r where r.child_id = c.id order by r.assignment_id)`;

const LOCK = sql(
  'child.lock',
  `select c.id, c.version, c.identity_kind as "identityKind", c.birth_date::text as "birthDate", c.protection, c.details,
          c.key_id as "keyId", k.wrapped, ${NAMED} as named
     from child c join data_key k on k.id = c.key_id where c.id = $1 for update of c`,
);

// Not `for update`: a consent that is being written refers to the guardian while it holds the case.
const LOCK_GUARDIAN = sql(
  'guardian.lock',
  `select g.id, g.version, g.child_id as "childId", g.details, g.language, g.interpreter, g.protection,
          g.hidden_from_other as "hiddenFromOther", g.ended_on::text as "endedOn", c.protection as "childProtection",
          c.key_id as "keyId", k.wrapped, ${NAMED} as named
     from guardian g join child c on c.id = g.child_id join data_key k on k.id = c.key_id
    where g.id = $1 for no key update of g`,
);

/** A child's record while this transaction holds its row. */
export interface LockedChild {
  id: string;
  version: number;
  identityKind: IdentityKind;
  birthDate: string;
  protection: Protection;
  /** Assignments that may open the record while it is protected. */
  named: string[];
  details: ChildDetails;
  secrets: SubjectKey;
}

export interface LockedGuardian {
  id: string;
  version: number;
  childId: string;
  language: string;
  interpreter: boolean;
  protection: Protection;
  hiddenFromOther: boolean;
  endedOn: string | null;
  childProtection: Protection;
  named: string[];
  details: GuardianDetails;
  secrets: SubjectKey;
}

type Sealed<Locked> = Omit<Locked, 'details' | 'secrets'> & { details: Buffer; keyId: string; wrapped: Buffer };

/** Holds children's rows for whoever changes them, and tells the log about it. */
@Injectable()
export class ChildRecords {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly secrets: SubjectKeys,
    private readonly family: FamilyChanges,
  ) {}

  /** Locks the row. 404 when it is not there or not the actor's, 412 when `version` is given and old. */
  async lock(id: string, version?: number): Promise<LockedChild> {
    const [row] = await this.database.query<Sealed<LockedChild>>(LOCK(id));
    const child = this.opened<LockedChild>('child.details', row);
    if (version !== undefined && child.version !== version) throw staleVersion(child.version);
    return child;
  }

  /** Locks a guardian's row. 404 and 412 as above; 409 when they no longer are a guardian. */
  async lockGuardian(id: string, version: number): Promise<LockedGuardian> {
    const [row] = await this.database.query<Sealed<LockedGuardian>>(LOCK_GUARDIAN(id));
    const guardian = this.opened<LockedGuardian>('guardian.details', row);
    if (guardian.endedOn)
      throw new Problem(
        'state-conflict',
        `Personen är inte längre vårdnadshavare här sedan den ${dayInWords(guardian.endedOn)}. Läs in sidan igen. Gäller det fortfarande, lägg till personen på nytt.`,
      );
    if (guardian.version !== version) throw staleVersion(guardian.version);
    return guardian;
  }

  /**
   * Records what happened to a child's record. Its screens are the unit's; of a protected child, those of the people named,
   * `named` and nobody else. What changes who may open the child's case stands in the case's timeline too.
   */
  async record(
    kind: EventKind,
    { id, protection, named }: Pick<LockedChild, 'id' | 'protection' | 'named'>,
    facts: Record<string, unknown> = {},
    timelineOf: string | null = null,
  ): Promise<void> {
    const { unit } = await this.database.scope.enter();
    const seenBy = isProtected(protection) ? { guarded: true, named } : { holder: unit };
    this.log.record(kind, {
      subject: `child:${id}`,
      facts: { ...seenBy, ...facts },
      ...(timelineOf && { timelineOf }),
    });
  }

  /** Something that consent depends on has been written: who is around the child, its maturity or its age. */
  async familyChanged(childId: string): Promise<void> {
    await this.family.tell(childId);
  }

  private opened<Locked extends LockedChild | LockedGuardian>(field: string, row: Sealed<Locked> | undefined): Locked {
    if (!row) throw Problem.notFound();
    const { keyId, wrapped, details, ...rest } = row;
    const secrets = this.secrets.of(keyId, wrapped);
    return { ...rest, details: secrets.open(field, row.id, details), secrets } as unknown as Locked;
  }
}
