import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { CaseSteps, type LockedCase } from '../cases/index.ts';
import {
  Clock,
  Database,
  newId,
  Problem,
  refuseFaults,
  sql,
  staleVersion,
  type SubjectKey,
  SubjectKeys,
} from '../platform/index.ts';
import type { DeviationChange, DeviationList, DeviationView, Dismissal, NewDeviation } from './deviation.dto.ts';
import { deviationEvents } from './deviation.events.ts';
import { deviationFaults, STATUS_WORDS } from './deviation.rules.ts';

const VIEW = `json_strip_nulls(json_build_object('id', d.id, 'caseId', d.case_id, 'version', d.version, 'category', d.category,
    'happenedOn', d.happened_on, 'status', d.status, 'found', d.found, 'mcpNumber', d.mcp_number,
    'concernedUnit', (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = d.concerned_unit_id),
    'sealed', encode(d.details, 'base64')))`;

const OF_CASE = sql(
  'deviation.of-case',
  `select c.key_id as "keyId", k.wrapped,
          (select coalesce(json_agg(${VIEW} order by d.happened_on desc, d.id desc), '[]')
             from deviation_reference d where d.case_id = s.id) as views
     from sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id where s.id = $1`,
);
const READ = sql('deviation.read', `select ${VIEW} as view from deviation_reference d where d.id = $1`);
const CASE_OF = sql('deviation.case', `select case_id as "caseId" from deviation_reference where id = $1`);
const UNIT = sql('deviation.unit', `select id from unit where id = $1`);
const WRITE = sql(
  'deviation.write',
  `insert into deviation_reference (id, case_id, concerned_unit_id, category, happened_on, details) values ($1, $2, $3, $4, $5, $6)`,
);
const CHANGE = sql(
  'deviation.change',
  `update deviation_reference set status = $2, mcp_number = $3, details = $4, version = version + 1 where id = $1`,
);

/** What is sealed on a deviation's row, under the child's key. */
interface DeviationDetails {
  guideline?: string;
  learning?: string;
  dismissedBecause?: string;
}

type SealedView = Omit<DeviationView, keyof DeviationDetails> & { sealed?: string };

/** References to deviations in collaboration, as they stand on a case. */
@Injectable()
export class DeviationService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly steps: CaseSteps,
  ) {}

  async list(caseId: string): Promise<DeviationList> {
    const [row] = await this.database.query<{ views: SealedView[]; keyId: string; wrapped: Buffer }>(OF_CASE(caseId));
    if (!row) throw Problem.notFound();
    const key = this.keys.of(row.keyId, row.wrapped);
    this.log.record(deviationEvents.listed, { subject: `sip-case:${caseId}` });
    return { deviations: row.views.map((view) => opened(view, key)) };
  }

  async write(caseId: string, content: NewDeviation): Promise<DeviationView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const { category, happenedOn, concernedUnitId = null, guideline } = content;
    if (!sip.rules.deviationCategories.some(({ code }) => code === category)) {
      throw Problem.field('category', 'Välj ett av överenskommelsens slag av avvikelse.');
    }
    if (happenedOn > this.clock.today()) throw Problem.field('happenedOn', 'Ange dagens datum eller en tidigare dag.');
    if (concernedUnitId && (await this.database.query(UNIT(concernedUnitId))).length === 0) {
      throw Problem.field('concernedUnitId', 'Enheten finns inte. Välj en enhet i listan.');
    }
    const id = newId();
    const details = sip.secrets.seal('deviation_reference.details', id, { guideline });
    await this.database.query(WRITE(id, caseId, concernedUnitId, category, happenedOn, details));
    this.steps.record(deviationEvents.written, sip, { category });
    return this.view(sip, id);
  }

  /** Takes the deviation forward: reported in MedControl PRO with its number, analysed, action agreed, closed with what was learnt. */
  async change(id: string, version: number, content: DeviationChange): Promise<DeviationView> {
    const { sip, deviation } = await this.lock(id, version);
    const { status = deviation.status, mcpNumber = deviation.mcpNumber ?? null, ...words } = content;
    const details: DeviationDetails = { ...wordsOf(deviation), ...words };
    const { learning = '' } = details;
    const errors = deviationFaults(
      { status: deviation.status, mcpNumber: deviation.mcpNumber ?? null, learning },
      { status, mcpNumber, learning },
    );
    refuseFaults(errors);
    await this.database.query(
      CHANGE(id, status, mcpNumber, sip.secrets.seal('deviation_reference.details', id, details)),
    );
    this.steps.record(deviationEvents.changed, sip, { category: deviation.category, status });
    return this.view(sip, id);
  }

  /** Says that what was found is no deviation. It is not suggested again. */
  async dismiss(id: string, version: number, { reason }: Dismissal): Promise<DeviationView> {
    const { sip, deviation } = await this.lock(id, version);
    if (deviation.status !== 'SUGGESTED') throw wrongStatus(deviation);
    const details: DeviationDetails = { ...wordsOf(deviation), dismissedBecause: reason };
    await this.database.query(
      CHANGE(id, 'DISMISSED', null, sip.secrets.seal('deviation_reference.details', id, details)),
    );
    this.steps.record(deviationEvents.dismissed, sip, { category: deviation.category });
    return this.view(sip, id);
  }

  /** Deviations are often handled after the case has ended, so its state does not matter. */
  private async lock(id: string, version: number): Promise<{ sip: LockedCase; deviation: DeviationView }> {
    const { caseId } = await this.steps.caseOf(CASE_OF(id));
    const sip = await this.steps.lock(caseId);
    const deviation = await this.view(sip, id);
    if (deviation.version !== version) throw staleVersion(deviation.version);
    if (deviation.status === 'DISMISSED') throw wrongStatus(deviation);
    return { sip, deviation };
  }

  private async view({ secrets }: LockedCase, id: string): Promise<DeviationView> {
    const [row] = await this.database.query<{ view: SealedView }>(READ(id));
    return opened(row!.view, secrets);
  }
}

const opened = ({ sealed, ...view }: SealedView, key: SubjectKey): DeviationView => ({
  ...view,
  ...(sealed && key.open<DeviationDetails>('deviation_reference.details', view.id, sealed)),
});

const wordsOf = ({ guideline, learning }: DeviationView): DeviationDetails => ({
  ...(guideline !== undefined && { guideline }),
  ...(learning !== undefined && { learning }),
});

const wrongStatus = ({ status }: DeviationView): Problem =>
  new Problem('state-conflict', `Avvikelsen är redan ${STATUS_WORDS[status]}. Läs in sidan igen.`);
