import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Problem, sql, SubjectKeys } from '../platform/index.ts';
import { birthDateOf, identityOf, nameOf, refusePlaces, writtenOver } from './child-input.rules.ts';
import type { ChildChange, ChildRegistration, ChildView } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildPrints } from './child.prints.ts';
import { ChildReader } from './child.reader.ts';
import { ChildRecords, type LockedChild } from './child.records.ts';
import { type ChildDetails, isProtected, type Protection } from './child.rules.ts';
import { TakenNumbers } from './taken-number.service.ts';

const REGISTER = sql(
  'child.register',
  `with made as (
     insert into child (id, key_id, identity_kind, identity_print, name_print, birth_date, details)
     values ($1, $2, $4, $5, $6, $7, $8) on conflict (unit_id, identity_print) do nothing returning key_id)
   insert into data_key (id, wrapped) select key_id, $3::bytea from made`,
);
const CHANGE = sql(
  'child.change',
  `update child set identity_kind = $2, identity_print = $3, name_print = $4, birth_date = $5, details = $6, version = version + 1
    where id = $1`,
);
// The child's cases, who may open them, what other units hold of them and who is offered to take them over go along
// (docs/adr/0009).
const SET_PROTECTION = sql(
  'child.set-protection',
  `select told, open_case as "openCase", lapsed from set_protection($1, $2)`,
);

/** What else a change of protection changed: whose copies were closed or opened, and the open case with its offer. */
interface Guarding {
  told: string[];
  openCase: string | null;
  lapsed: boolean;
}

/** Registers a child in the actor's own unit, and changes what is written of it. */
@Injectable()
export class ChildService {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly reader: ChildReader,
    private readonly prints: ChildPrints,
    private readonly taken: TakenNumbers,
    private readonly secrets: SubjectKeys,
    private readonly clock: Clock,
  ) {}

  /** A Problem when the number is there already. Who registers a protected child is its first named reader. */
  async register(written: ChildRegistration): Promise<ChildView | Problem> {
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
    await this.taken.begin();
    const made = await this.database.scope.change(
      REGISTER(id, keyId, wrapped, identity.kind, identityPrint, namePrint, birthDate, sealed),
    );
    if (made === 0) return this.taken.refusal(identityPrint);
    if (isProtected(protection)) await this.protect(id, protection);
    const view = await this.reader.view(id);
    await this.records.record(childEvents.registered, { id, protection, named: namedIn(view) });
    return view;
  }

  /** A Problem when the number is another child's. */
  async change(id: string, version: number, change: ChildChange): Promise<ChildView | Problem> {
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
    if (number !== child.details.identity) {
      await this.taken.begin();
      if (await this.taken.isTaken(identityPrint)) return this.taken.refusal(identityPrint);
    }

    const sealed = child.secrets.seal('child.details', id, details);
    await this.database.query(CHANGE(id, kind, identityPrint, namePrint, birthDate, sealed));
    if (birthDate !== child.birthDate) await this.records.familyChanged(id);
    const guarding = protection === child.protection ? undefined : await this.protect(id, protection);
    const view = await this.reader.view(id);
    await this.recordChange(child, view, guarding);
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

  private async protect(id: string, protection: Protection): Promise<Guarding> {
    const [guarding] = await this.database.query<Guarding>(SET_PROTECTION(id, protection));
    return guarding!;
  }

  /**
   * When the protection changes, the whole unit's open screens are told once more, and those of the units that hold copies,
   * so that they open or close.
   */
  private async recordChange(child: LockedChild, view: ChildView, guarding: Guarding | undefined): Promise<void> {
    if (!guarding) return this.records.record(childEvents.changed, child);
    const { id, protection } = view;
    const { told: recipients, openCase, lapsed } = guarding;
    const { unit } = await this.database.scope.enter();
    const now = { id, protection, named: namedIn(view) };
    const facts = { holder: unit, recipients, protection, ...(lapsed && { offerLapsed: true }) };
    await this.records.record(childEvents.protectionChanged, now, facts, openCase);
  }
}

const namedIn = ({ readers }: ChildView): string[] =>
  readers.flatMap(({ assignmentId, named }) => (named ? assignmentId : []));
