import { Injectable } from '@nestjs/common';
import { ageOn, initialsOf, isAdultOn } from '../children/index.ts';
import { ASSIGNMENT_RUNS } from '../directory/index.ts';
import {
  Clock,
  Database,
  type FieldFault,
  newId,
  refuseFaults,
  sql,
  type SubjectKey,
  SubjectKeys,
} from '../platform/index.ts';
import { ConsentFiles, type ConsentFile } from './consent.file.ts';
import { guardiansOn } from './consenter.rules.ts';
import {
  CATEGORY_OF,
  type DisclosableVersion,
  type DisclosedBasis,
  type DisclosedChild,
  type DisclosedCopy,
  type Recipient,
} from './disclosure.document.ts';
import { dueOnOf } from './received.rules.ts';
import { carriedBy, isShielded, lackWords, toldOf, type Carried, type Told } from './disclosure.rules.ts';
import type { LockedCase } from './case.steps.ts';

const HAND_OUT = sql(
  'disclosure.hand-out',
  `insert into disclosure (id, case_id, reference, recipient, unit_id, reader_ids, guardian_id, category, what, source_id, number,
                           consent_ids, ground_id, key_id, content, due_on, disclosed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
);
// A protected child's copy is read by people at the unit who have sign-ins there and read what is disclosed to it.
const STAFF = sql(
  'disclosure.staff',
  `select a.id, a.unit_id as "unitId" from assignment a
    where a.id = any ($1::uuid[]) and a.role = 'REQUESTER' and ${ASSIGNMENT_RUNS}`,
);

type UnitRecipient = Extract<Recipient, { kind: 'UNIT' }>;

/**
 * Hands out copies. Asks for the case's row to be held: nobody can withdraw a consent between the check and the copy.
 * Records no event of its own; whoever calls puts `Told` among the facts of theirs.
 */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly files: ConsentFiles,
  ) {}

  /** 422 naming which party lacks what; then nothing is handed out to anybody. */
  async disclose(
    sip: LockedCase,
    version: DisclosableVersion,
    recipients: readonly Recipient[],
    category: string = CATEGORY_OF[version.what],
  ): Promise<Told> {
    const file = await this.files.of(sip.id);
    const units = recipients.filter((recipient) => recipient.kind === 'UNIT');
    const faults = [
      ...(await this.readerFaults(file, units)),
      ...this.unitFaults(
        file,
        units.map(({ unitId }) => unitId),
        category,
        this.clock.today(),
      ),
      ...guardianFaults(file, recipients, this.clock.today()),
    ];
    refuseFaults(faults, NOT_CARRIED);
    for (const recipient of recipients) await this.handOut(sip, file, version, category, recipient);
    return toldOf(
      sip,
      units.map(({ unitId, readerIds }) => ({ unitId, readerIds: sip.guarded ? (readerIds ?? []) : null })),
    );
  }

  /** 422 unless a category may be disclosed to every unit on a day: before somebody is called to a meeting on that day. */
  async require(sip: LockedCase, unitIds: readonly string[], category: string, day: string): Promise<void> {
    const faults = this.unitFaults(await this.files.of(sip.id), unitIds, category, day);
    refuseFaults(faults, NOT_CARRIED);
  }

  private async handOut(
    sip: LockedCase,
    file: ConsentFile,
    version: DisclosableVersion,
    category: string,
    recipient: Recipient,
  ): Promise<void> {
    const id = newId();
    const { what, sourceId, number } = version;
    const today = this.clock.today();
    const carried = recipient.kind === 'UNIT' ? carriedBy(file, recipient.unitId, category, today) : undefined;
    const copy: DisclosedCopy = {
      ...version.documentFor(recipient, isShielded(file.protection, file.guardians)),
      child: childFor(file, recipient, today),
      basis: basisOf(file, carried),
    };
    const key = this.keyOf(file, recipient);
    await this.database.query(
      HAND_OUT(
        id,
        sip.id,
        sip.reference,
        recipient.kind,
        recipient.kind === 'UNIT' ? recipient.unitId : null,
        recipient.kind === 'UNIT' && sip.guarded ? recipient.readerIds : null,
        recipient.kind === 'GUARDIAN' ? recipient.guardianId : null,
        category,
        what,
        sourceId,
        number,
        carried && 'consentIds' in carried ? carried.consentIds : [],
        carried && 'groundId' in carried ? carried.groundId : null,
        key.keyId,
        key.seal('disclosure.content', id, copy),
        dueOnOf(copy),
        this.clock.now(),
      ),
    );
  }

  /** A party's copies lie under its own key and outlive the case's record; the family's lie under the child's. */
  private keyOf({ parties, secrets }: ConsentFile, recipient: Recipient): SubjectKey {
    if (recipient.kind !== 'UNIT') return secrets;
    const { keyId, wrapped } = parties.find((party) => party.unit.id === recipient.unitId && party.leftOn === null)!;
    return this.keys.of(keyId, wrapped);
  }

  private unitFaults(file: ConsentFile, unitIds: readonly string[], category: string, day: string): FieldFault[] {
    const name = file.rules.categories.find(({ code }) => code === category)?.name ?? category;
    return unitIds.flatMap((unitId, i) => {
      const field = `units.${i}`;
      const party = file.parties.find(({ unit, leftOn }) => unit.id === unitId && leftOn === null);
      if (!party) return [{ field, message: 'Enheten är inte med i ärendet. Välj bland parterna.' }];
      if (party.closed)
        return [{ field, message: `${party.unit.name} är stängd. Avsluta dess medverkan, eller välj en annan enhet.` }];
      const carried = carriedBy(file, unitId, category, day);
      return 'missing' in carried
        ? [{ field, message: `${party.unit.name} får inte veta ”${name}”: ${lackWords(carried.missing)}` }]
        : [];
    });
  }

  private async readerFaults({ guarded }: ConsentFile, units: readonly UnitRecipient[]): Promise<FieldFault[]> {
    if (!guarded) return [];
    const ids = units.flatMap(({ readerIds = [] }) => readerIds);
    const staff = await this.database.query<{ id: string; unitId: string }>(STAFF(ids));
    const mayRead = (unitId: string, id: string) => staff.some((one) => one.id === id && one.unitId === unitId);
    return units.flatMap(({ unitId, readerIds = [] }, i) => {
      if (readerIds.length > 0 && readerIds.every((id) => mayRead(unitId, id))) return [];
      return [{ field: `units.${i}.readerIds`, message: 'Barnet är skyddat. Välj vilka på enheten som får läsa.' }];
    });
  }
}

function guardianFaults({ family }: ConsentFile, recipients: readonly Recipient[], today: string): FieldFault[] {
  const current = guardiansOn(family, today);
  const unknown = recipients.some((one) => one.kind === 'GUARDIAN' && !current.includes(one.guardianId));
  if (!unknown) return [];
  const message = isAdultOn(family.birthDate, today)
    ? 'Den unga har fyllt 18 år. Inget mer lämnas till vårdnadshavare: välj bort dem.'
    : 'Välj bland barnets vårdnadshavare.';
  return [{ field: 'guardianIds', message }];
}

const NOT_CARRIED = 'Inget är utlämnat. Rätta eller ta bort mottagarna som står nedan.';

/** Who the copy is about, as far as the recipient may know: a unit learns the name only where IDENTITY may be disclosed. */
function childFor(file: ConsentFile, recipient: Recipient, today: string): DisclosedChild {
  const { child, family } = file;
  const known = { initials: initialsOf(child), age: Math.max(0, ageOn(family.birthDate, today)) };
  if (recipient.kind === 'UNIT' && 'missing' in carriedBy(file, recipient.unitId, CATEGORY_OF.CASE, today))
    return known;
  return { ...known, name: `${child.givenName} ${child.familyName}`, birthDate: family.birthDate };
}

function basisOf({ consents, grounds }: ConsentFile, carried: Carried | undefined): DisclosedBasis {
  if (!carried || 'missing' in carried) return { by: 'FAMILY' };
  if ('groundId' in carried) return { by: 'GROUND', ground: grounds.find(({ id }) => id === carried.groundId)!.ground };
  const ends = consents.filter(({ id }) => carried.consentIds.includes(id)).map(({ validTo }) => validTo ?? '');
  return { by: 'CONSENT', validTo: ends.toSorted()[0]! };
}
