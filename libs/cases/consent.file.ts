import { Injectable } from '@nestjs/common';
import type { ChildDetails, GuardianDetails, Protection } from '../children/index.ts';
import { AgreementService, type CodeView, type SipRules } from '../directory/index.ts';
import { Database, Problem, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import type { CaseUnitView } from './case.dto.ts';
import { CASE_SOURCE } from './case.source.ts';
import type { CaseState } from './case-state.rules.ts';
import { CHILD, type ConsentException, type Family, type RecordedConsent } from './consenter.rules.ts';

/**
 * All that decides what may be done with the child's consent, and what it may be told to whom, for the case `s` of the child
 * `c`: as JSON, what is sealed of it as base64.
 */
export const CONSENT_FILE_JSON = `json_build_object('caseId', s.id, 'state', s.state, 'version', s.version, 'guarded', s.guarded,
    'childId', c.id, 'birthDate', c.birth_date, 'protection', c.protection, 'child', encode(c.details, 'base64'),
    'guardians', (select coalesce(json_agg(json_build_object('id', g.id, 'endedOn', g.ended_on, 'hiddenFromOther', g.hidden_from_other,
              'sealed', encode(g.details, 'base64')) order by g.id), '[]') from guardian g where g.child_id = c.id),
    'assessments', (select coalesce(json_agg(json_build_object('assessedOn', m.assessed_on, 'mature', m.mature) order by m.assessed_on, m.id), '[]')
             from maturity_assessment m where m.child_id = c.id),
    'consents', (select coalesce(json_agg(json_build_object('id', t.id, 'purpose', t.purpose, 'consenter', coalesce(t.guardian_id::text, '${CHILD}'),
              'given', t.given, 'form', t.form, 'decidedOn', t.decided_on, 'validTo', t.valid_to, 'unitIds', t.unit_ids,
              'categories', t.categories, 'withdrawnOn', (t.withdrawn_at at time zone 'Europe/Stockholm')::date,
              'sealed', encode(t.details, 'base64')) order by t.made_at, t.id), '[]') from consent t where t.case_id = s.id),
    'exceptions', (select coalesce(json_agg(json_build_object('id', e.id, 'guardianId', e.guardian_id, 'kind', e.kind, 'decidedOn', e.decided_on,
              'endedOn', e.ended_on, 'sealed', encode(e.details, 'base64')) order by e.id), '[]')
             from consent_exception e where e.case_id = s.id),
    'grounds', (select coalesce(json_agg(json_build_object('id', d.id, 'ground', d.ground, 'unitId', d.unit_id, 'categories', d.categories,
              'decidedOn', d.decided_on, 'endedOn', d.ended_on, 'sealed', encode(d.details, 'base64')) order by d.id), '[]')
             from disclosure_ground d where d.case_id = s.id),
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'leftOn', p.left_on, 'closed', u.closed_at is not null, 'keyId', p.key_id, 'wrapped', encode(pk.wrapped, 'base64'),
              'unit', json_build_object('id', u.id, 'name', u.name, 'principal', h.kind, 'service', u.service_type)) order by u.name, p.id), '[]')
             from party p join unit u on u.id = p.unit_id join principal h on h.id = u.principal_id join data_key pk on pk.id = p.key_id
            where p.case_id = s.id))`;

const READ = sql(
  'consent.file',
  `select ${CONSENT_FILE_JSON} as file, s.agreement_version as "agreementVersion", c.key_id as "keyId", k.wrapped
     from ${CASE_SOURCE} where s.id = $1`,
);

/** What is sealed in `consent.details`. */
export interface ConsentDetails {
  exclusions?: string;
  note?: string;
  documentedBy?: string;
  withdrawal?: { by: string; reason?: string };
}

/** What is sealed in `consent_exception.details`. */
export interface ExceptionDetails {
  reason?: string;
  decisionReference?: string;
  measures?: string;
  scope: ConsentException['scope'];
}

/** What is sealed in `disclosure_ground.details`. */
export interface GroundDetails {
  decidedBy: string;
  note: string;
}

export type KnownConsent = RecordedConsent & { form: 'WRITTEN' | 'ORAL'; details: ConsentDetails };
export type KnownException = ConsentException & { id: string; details: ExceptionDetails };

export interface KnownGuardian {
  id: string;
  endedOn: string | null;
  hiddenFromOther: boolean;
  name: string;
}

export interface KnownGround {
  id: string;
  ground: string;
  unitId: string;
  categories: string[];
  decidedOn: string;
  endedOn: string | null;
  details: GroundDetails;
}

export interface KnownParty {
  id: string;
  leftOn: string | null;
  /** The unit is closed: nobody there reads what is handed out. */
  closed: boolean;
  unit: CaseUnitView;
  keyId: string;
  wrapped: string;
}

/** All that decides what a case may do with the family's consent, opened. */
export interface ConsentFile {
  caseId: string;
  state: CaseState;
  version: number;
  guarded: boolean;
  protection: Protection;
  child: ChildDetails;
  family: Family;
  guardians: KnownGuardian[];
  consents: KnownConsent[];
  exceptions: KnownException[];
  grounds: KnownGround[];
  /** Those who have left too. */
  parties: KnownParty[];
  /** The child's key. */
  secrets: SubjectKey;
  rules: SipRules;
}

/** The file with what the agreement calls the kinds of units. */
export interface NamingConsentFile extends ConsentFile {
  services: CodeView[];
}

type Sealed<Known extends object, Key extends keyof Known> = Omit<Known, Key> & { sealed: string };

/** The file as the database answers it. */
export interface SealedConsentFile extends Pick<
  ConsentFile,
  'caseId' | 'state' | 'version' | 'guarded' | 'protection' | 'parties'
> {
  childId: string;
  birthDate: string;
  child: string;
  assessments: Family['assessments'];
  guardians: Sealed<KnownGuardian, 'name'>[];
  consents: Sealed<KnownConsent, 'details'>[];
  exceptions: (Omit<KnownException, 'details' | 'scope'> & { sealed: string })[];
  grounds: Sealed<KnownGround, 'details'>[];
}

interface Row {
  file: SealedConsentFile;
  agreementVersion: number;
  keyId: string;
  wrapped: Buffer;
}

/** Reads a case's consents with the family that they depend on. */
@Injectable()
export class ConsentFiles {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
  ) {}

  /** 404 when the case is not there or not the actor's. */
  async of(caseId: string): Promise<NamingConsentFile> {
    const [row] = await this.database.query<Row>(READ(caseId));
    if (!row) throw Problem.notFound();
    const { sip: rules, services } = await this.agreements.at(row.agreementVersion);
    return { ...openedConsents(row.file, this.keys.of(row.keyId, row.wrapped), rules), services };
  }
}

/** Opens the file with the child's key. */
export function openedConsents(sealedFile: SealedConsentFile, secrets: SubjectKey, rules: SipRules): ConsentFile {
  const { childId, birthDate, assessments, child, guardians, consents, grounds, ...file } = sealedFile;
  const exceptions = file.exceptions.map(({ sealed, ...exception }) => {
    const details = secrets.open<ExceptionDetails>('consent_exception.details', exception.id, sealed);
    return { ...exception, details, scope: details.scope };
  });
  return {
    ...file,
    secrets,
    rules,
    child: secrets.open<ChildDetails>('child.details', childId, child),
    family: { policy: rules.consentPolicy, birthDate, guardians, assessments, exceptions },
    guardians: guardians.map(({ sealed, ...guardian }) => ({
      ...guardian,
      name: secrets.open<GuardianDetails>('guardian.details', guardian.id, sealed).name,
    })),
    consents: consents.map(({ sealed, ...consent }) => ({
      ...consent,
      details: secrets.open<ConsentDetails>('consent.details', consent.id, sealed),
    })),
    exceptions,
    grounds: grounds.map(({ sealed, ...ground }) => ({
      ...ground,
      details: secrets.open<GroundDetails>('disclosure_ground.details', ground.id, sealed),
    })),
  };
}
