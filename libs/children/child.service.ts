import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Problem, sql, SubjectKeys } from '../platform/index.ts';
import { birthDateOf, identityOf, nameOf, refusePlaces, writtenOver } from './child-input.rules.ts';
import type { ChildChange, ChildRegistration, ChildView } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildPrints } from './child.prints.ts';
import { ChildReader } from './child.reader.ts';
import { ChildRecords, type LockedChild } from './child.records.ts';
import { type ChildDetails, isProtected, type Protection } from './child.rules.ts';

const REGISTER = sql(
  'child.register',
  `with key as (insert into data_key (id, wrapped) values ($2, $3))
   insert into child (id, key_id, identity_kind, identity_print, name_print, birth_date, details)
   values ($1, $2, $4, $5, $6, $7, $8) on conflict (unit_id, identity_print) do nothing`,
);
const SAME = sql('child.same', `select id from child where unit_id = app_unit() and identity_print = $1`);
const CHANGE = sql(
  'child.change',
  `update child set identity_kind = $2, identity_print = $3, name_print = $4, birth_date = $5, details = $6, version = version + 1
    where id = $1`,
);
// The child's cases, who may open them and what other units hold of them go along (docs/adr/0009).
const SET_PROTECTION = sql('child.set-protection', `select set_protection($1, $2) as told`);

/** Registers a child in the actor's own unit, and changes what is written of it. */
@Injectable()
export class ChildService {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly reader: ChildReader,
    private readonly prints: ChildPrints,
    private readonly secrets: SubjectKeys,
    private readonly clock: Clock,
  ) {}

  /** 409 with the child's id when it is there already. Who registers a protected child is its first named reader. */
  async register(written: ChildRegistration): Promise<ChildView> {
    const today = this.clock.today();
    const { protection = 'NONE', address, school, phone, language } = written;
    const identity = identityOf(written.identityKind, written.identity, today);
    refusePlaces({ address, school, phone }, protection);
    const birthDate = birthDateOf(written.birthDate, identity, today);
    const names = {
      givenName: nameOf('givenName', written.givenName),
      familyName: nameOf('familyName', written.familyName),
    };
    const details = writtenOver<ChildDetails>(
      { identity: identity.number, ...names },
      { address, school, phone, language },
    );

    const [id, keyId] = [newId(), newId()];
    const { secrets, wrapped } = this.secrets.new(keyId);
    const [identityPrint, namePrint] = await this.printsOf(details);
    const sealed = secrets.seal('child.details', id, details);
    const made = await this.database.scope.change(
      REGISTER(id, keyId, wrapped, identity.kind, identityPrint, namePrint, birthDate, sealed),
    );
    if (made === 0) throw alreadyThere(await this.childWith(identityPrint));
    if (isProtected(protection)) await this.protect(id, protection);
    const view = await this.reader.view(id);
    await this.records.record(childEvents.registered, { id, protection, named: namedIn(view) });
    return view;
  }

  async change(id: string, version: number, change: ChildChange): Promise<ChildView> {
    const child = await this.records.lock(id, version);
    const { protection = child.protection, address, school, phone, language } = change;
    refusePlaces({ address, school, phone }, protection);
    const { kind, birthDate, number } = this.identified(child, change);
    const details = writtenOver(child.details, {
      identity: number,
      givenName: change.givenName && nameOf('givenName', change.givenName),
      familyName: change.familyName && nameOf('familyName', change.familyName),
      address,
      school,
      phone,
      language,
    });
    const [identityPrint, namePrint] = await this.printsOf(details);
    const other = await this.childWith(identityPrint);
    if (other && other !== id) throw alreadyThere(other);

    const sealed = child.secrets.seal('child.details', id, details);
    await this.database.query(CHANGE(id, kind, identityPrint, namePrint, birthDate, sealed));
    const told = protection === child.protection ? [] : await this.protect(id, protection);
    const view = await this.reader.view(id);
    await this.recordChange(child, view, told);
    return view;
  }

  private identified(child: LockedChild, { identityKind, identity, birthDate }: ChildChange) {
    const today = this.clock.today();
    const kind = identityKind ?? child.identityKind;
    const isSame = kind === child.identityKind && identity === undefined;
    const read = isSame ? undefined : identityOf(kind, identity ?? child.details.identity, today);
    const number = read?.number ?? child.details.identity;
    return { kind, number, birthDate: birthDateOf(birthDate ?? child.birthDate, { kind, number }, today) };
  }

  private printsOf({ identity, givenName, familyName }: ChildDetails): Promise<[Buffer, Buffer]> {
    return Promise.all([this.prints.ofNumber(identity), this.prints.ofName(`${givenName} ${familyName}`)]);
  }

  private async childWith(identityPrint: Buffer): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(SAME(identityPrint));
    return row?.id;
  }

  /** Answers the units whose copies were closed or opened by it. */
  private async protect(id: string, protection: Protection): Promise<string[]> {
    const [row] = await this.database.query<{ told: string[] }>(SET_PROTECTION(id, protection));
    return row!.told;
  }

  /**
   * When the protection changes, the whole unit's open screens are told once more, and those of the units that hold copies,
   * so that they open or close.
   */
  private async recordChange(child: LockedChild, view: ChildView, recipients: string[]): Promise<void> {
    const { id, protection } = view;
    if (protection === child.protection) return this.records.record(childEvents.changed, child);
    const { unit } = await this.database.scope.enter();
    const now = { id, protection, named: namedIn(view) };
    await this.records.record(childEvents.protectionChanged, now, { holder: unit, recipients, protection });
  }
}

const namedIn = ({ readers }: ChildView): string[] =>
  readers.flatMap(({ assignmentId, named }) => (named ? assignmentId : []));

/** A child that the actor may not see is not pointed at. */
const alreadyThere = (childId: string | undefined): Problem =>
  childId
    ? new Problem('already-there', 'Barnet finns redan hos er. Öppna det som finns i stället.', {
        members: { childId },
      })
    : new Problem('already-there', 'Numret finns redan hos er enhet, men du har inte tillgång till uppgifterna.');
