import { Injectable } from '@nestjs/common';
import { Clock, Database, dayInWords, newId, Problem, sql, SubjectKeys } from '../platform/index.ts';
import type { Leaving, NewParty } from './case-input.dto.ts';
import type { CaseView } from './case.dto.ts';
import { partyEvents } from './case.events.ts';
import { CaseReader } from './case.reader.ts';
import { CaseSteps } from './case.steps.ts';
import { DisclosureEnds } from './disclosure-end.service.ts';
import { consentsCount } from './disclosure.rules.ts';

const UNIT = sql(
  'party.unit',
  `select u.id, exists (select from party p where p.case_id = $2 and p.unit_id = u.id and p.left_on is null) as joined
     from unit u where u.id = $1 and u.closed_at is null`,
);
const JOIN = sql(
  'party.join',
  `with key as (insert into data_key (id, wrapped) values ($4, $5))
   insert into party (id, case_id, unit_id, key_id, joined_on) values ($1, $2, $3, $4, $6)`,
);
const CASE_OF = sql(
  'party.case',
  `select case_id as "caseId", unit_id as "unitId", joined_on::text as "joinedOn", left_on::text as "leftOn" from party where id = $1`,
);
const LEAVE = sql('party.leave', `update party set left_on = $2, details = $3 where id = $1`);

interface Party {
  caseId: string;
  unitId: string;
  joinedOn: string;
  leftOn: string | null;
}

/** The units that take part in a case. */
@Injectable()
export class PartyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly steps: CaseSteps,
    private readonly reader: CaseReader,
    private readonly ends: DisclosureEnds,
  ) {}

  /** A unit joins. It has got nothing by that: what it may read is what is disclosed to it. */
  async join(caseId: string, version: number, { unitId }: NewParty): Promise<CaseView> {
    const sip = await this.steps.begin(caseId, version, 'change');
    const [unit] = await this.database.query<{ joined: boolean }>(UNIT(unitId, caseId));
    if (!unit) throw Problem.field('unitId', 'Enheten finns inte eller är stängd. Välj en enhet i listan.');
    if (unit.joined) throw Problem.field('unitId', 'Enheten är redan med.');
    const keyId = newId();
    await this.database.query(JOIN(newId(), caseId, unitId, keyId, this.keys.new(keyId).wrapped, this.clock.today()));
    if (consentsCount(sip.state)) await this.ends.resume(sip);
    await this.steps.take(sip, 'change');
    this.steps.record(partyEvents.joined, sip, { unit: unitId });
    return this.reader.view(caseId);
  }

  /**
   * A unit leaves: from now on nothing more is disclosed to it. What it holds already is its own, and what it has
   * promised in a plan stands there until the plan says otherwise.
   */
  async leave(id: string, version: number, { leftOn, reason }: Leaving): Promise<CaseView> {
    const party = await this.steps.caseOf<Party>(CASE_OF(id));
    const sip = await this.steps.begin(party.caseId, version, 'change');
    if (party.leftOn) throw new Problem('state-conflict', 'Parten har redan lämnat ärendet.');
    if (leftOn > this.clock.today()) throw Problem.field('leftOn', 'Ange dagens datum eller en tidigare dag.');
    if (leftOn < party.joinedOn)
      throw Problem.field('leftOn', `Ange den ${dayInWords(party.joinedOn)} eller senare: då kom parten med.`);
    await this.database.query(LEAVE(id, leftOn, sip.secrets.seal('party.details', id, { reason })));
    const told = await this.ends.end(sip, party.unitId);
    await this.steps.take(sip, 'change');
    this.steps.record(partyEvents.left, sip, { unit: party.unitId, ...told });
    return this.reader.view(party.caseId);
  }
}
