import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ASSIGNMENT_RUNS } from '../directory/index.ts';
import { Clock, Database, localDate, Problem, sql, SubjectKeys } from '../platform/index.ts';
import { disclosureEvents } from './consent.events.ts';
import { ConsentFiles, type ConsentFile, type NamingConsentFile } from './consent.file.ts';
import { exclusionsIn, nameOf } from './consent.reader.ts';
import { CHILD } from './consenter.rules.ts';
import { copyView, wholeCopy, type WholeCopy } from './disclosure.copy.ts';
import { CATEGORY_OF, type DisclosedKind } from './disclosure.document.ts';
import type {
  DisclosuresView,
  DisclosureView,
  ExtractRow,
  FamilyExtractView,
  PartyReadersView,
} from './disclosure.dto.ts';
import { isShielded, unitWords } from './disclosure.rules.ts';
import type { HandedOutView } from './received.dto.ts';
import { DisclosureSources } from './disclosure-sources.ts';

const LIST = sql(
  'disclosure.list',
  `select s.reference, holder.name as "unitName",
          (select coalesce(json_agg(json_strip_nulls(json_build_object('id', d.id, 'at', d.disclosed_at, 'what', d.what, 'number', d.number,
              'category', d.category, 'recipient', d.recipient, 'guardianId', d.guardian_id,
              'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end, 'service', u.service_type,
              'readers', array(select rn.name from assignment ra join person rn on rn.id = ra.person_id
                                where ra.id = any (d.reader_ids) order by rn.name),
              'consentIds', d.consent_ids, 'ground', g.ground, 'byName', n.name)) order by d.id desc), '[]')
             from disclosure d left join unit u on u.id = d.unit_id left join disclosure_ground g on g.id = d.ground_id
             join assignment a on a.id = d.by_id join person n on n.id = a.person_id
            where d.case_id = s.id) as rows
     from sip_case s join unit holder on holder.id = s.unit_id where s.id = $1`,
);
const READERS = sql(
  'disclosure.party-readers',
  `select p.case_id as "caseId",
          (select coalesce(json_agg(json_build_object('assignmentId', a.id, 'name', n.name) order by n.name, a.id), '[]')
             from assignment a join person n on n.id = a.person_id
            where a.unit_id = p.unit_id and a.role = 'REQUESTER' and ${ASSIGNMENT_RUNS}) as readers
     from party p where p.id = $1`,
);

const COPY = sql(
  'disclosure.copy',
  `select d.case_id as "caseId", d.reference, d.guardian_id as "guardianId", u.name as unit, ${wholeCopy('d', 'k')} as copy
     from disclosure d join data_key k on k.id = d.key_id left join unit u on u.id = d.unit_id where d.id = $1`,
);

type Row = Omit<DisclosureView, 'name' | 'consentedBy'> & {
  guardianId?: string;
  consentIds: string[];
  service?: string;
};

interface ListRow {
  reference: string;
  unitName: string;
  rows: Row[];
}

/** `Alva, Kim och Robin` */
const NAMES = new Intl.ListFormat('sv');

/** What the kinds of copies are called. */
const WHAT_WORDS: Record<DisclosedKind, string> = {
  CASE: 'Uppgifter om ärendet',
  MEETING: 'Möte',
  PLAN: 'Planen',
  FOLLOW_UP: 'Uppföljning',
};

/** Who has got what, when and on what ground. */
@Injectable()
export class DisclosureReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly files: ConsentFiles,
    private readonly sources: DisclosureSources,
    private readonly keys: SubjectKeys,
  ) {}

  async list(caseId: string): Promise<DisclosuresView> {
    const view = await this.view(caseId);
    this.log.record(disclosureEvents.listed, { subject: `sip-case:${caseId}` });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(caseId: string): Promise<DisclosuresView> {
    const file = await this.files.of(caseId);
    const { rows } = await this.row(caseId);
    const versions = await this.sources.all({ id: caseId, secrets: file.secrets, rules: file.rules });
    return {
      guarded: file.guarded,
      exclusions: exclusionsIn(file, this.clock.today()),
      available: [{ what: 'CASE' as const, number: file.version }, ...versions].map(({ what, number }) => ({
        what,
        number,
        category: CATEGORY_OF[what],
      })),
      disclosures: rows.map((row) => disclosureView(file, row)),
    };
  }

  /** The same in words for the family. A protected child's units are not named: the paper may be read by others. */
  async familyExtract(caseId: string): Promise<FamilyExtractView> {
    const file = await this.files.of(caseId);
    const { reference, unitName, rows } = await this.row(caseId);
    this.log.record(disclosureEvents.extracted, { subject: `sip-case:${caseId}` });
    return {
      reference,
      unitName,
      childName: nameOf(file, CHILD),
      on: this.clock.today(),
      rows: rows.map((row) => extractRow(file, row)),
    };
  }

  /** One copy as its recipient has it: to print for the family, or to see what a party knows. */
  async copy(id: string): Promise<HandedOutView> {
    type Copy = { caseId: string; reference: string; guardianId: string | null; unit: string | null; copy: WholeCopy };
    const [row] = await this.database.query<Copy>(COPY(id));
    if (!row) throw Problem.notFound();
    const { caseId, reference, guardianId, unit, copy } = row;
    const to = unit ?? nameOf(await this.files.of(caseId), guardianId ?? CHILD);
    this.log.record(disclosureEvents.read, { subject: `sip-case:${caseId}` });
    return { ...copyView(this.keys, copy), caseId, reference, to };
  }

  /** The people at a party who read what is disclosed to it, for choosing who may read of a protected child. */
  async readersOf(partyId: string): Promise<PartyReadersView> {
    const [row] = await this.database.query<PartyReadersView & { caseId: string }>(READERS(partyId));
    if (!row) throw Problem.notFound();
    this.log.record(disclosureEvents.readersListed, { subject: `sip-case:${row.caseId}` });
    return { readers: row.readers };
  }

  private async row(caseId: string): Promise<ListRow> {
    const [row] = await this.database.query<ListRow>(LIST(caseId));
    if (!row) throw Problem.notFound();
    return row;
  }
}

function disclosureView(file: ConsentFile, row: Row): DisclosureView {
  const { guardianId, consentIds, service: _service, ...view } = row;
  const family = view.recipient === 'UNIT' ? undefined : nameOf(file, guardianId ?? CHILD);
  return { ...view, ...(family && { name: family }), consentedBy: consentersOf(file, consentIds) };
}

const consentersOf = (file: ConsentFile, consentIds: readonly string[]): string[] =>
  file.consents.filter(({ id }) => consentIds.includes(id)).map(({ consenter }) => nameOf(file, consenter));

function extractRow(file: NamingConsentFile, row: Row): ExtractRow {
  const { name, consentedBy, ground } = disclosureView(file, row);
  const shielded = isShielded(file.protection, file.guardians);
  const unit = row.unit && { name: row.unit.name, service: row.service ?? '' };
  return {
    on: localDate(new Date(row.at)),
    what: row.what === 'PLAN' ? `${WHAT_WORDS.PLAN}, version ${row.number}` : WHAT_WORDS[row.what],
    to: unit ? unitWords(unit, shielded, file.services) : (name ?? ''),
    because: becauseOf(file, row.recipient, consentedBy, ground),
  };
}

function becauseOf(
  file: ConsentFile,
  recipient: Row['recipient'],
  consentedBy: string[],
  ground: string | undefined,
): string {
  if (recipient !== 'UNIT') return 'Eget exemplar till familjen';
  if (!ground) return `Samtycke från ${NAMES.format(consentedBy)}`;
  return file.rules.disclosureGrounds.find(({ code }) => code === ground)?.name ?? 'Annan grund i lag';
}
