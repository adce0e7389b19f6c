import { Injectable } from '@nestjs/common';
import { Log, type EventKind } from '../audit/index.ts';
import { Clock, Database, Problem, sql, staleVersion, SubjectKeys } from '../platform/index.ts';
import { CASE_SOURCE } from './case.source.ts';
import type { CaseStep } from './case-state.rules.ts';
import { CaseSteps, type LockedCase } from './case.steps.ts';
import type { DraftedForm, FormDraftView, NewFormDraft } from './form-draft.dto.ts';
import { formDraftEvents } from './form-draft.events.ts';

const READ = sql(
  'form-draft.read',
  `select s.guarded, coalesce(d.version, 0) as version, d.saved_at as "savedAt", n.name as "savedBy", d.content,
          c.key_id as "keyId", k.wrapped
     from ${CASE_SOURCE}
     left join form_draft d on d.case_id = s.id and d.form = $2
     left join assignment a on a.id = d.saved_by_id
     left join person n on n.id = a.person_id
    where s.id = $1`,
);
// A draft that was disposed of meanwhile is made anew, with the version that follows.
const SAVE = sql(
  'form-draft.save',
  `insert into form_draft (case_id, form, version, content, saved_at) values ($1, $2, $3 + 1, $4, $5)
   on conflict (case_id, form) do update
     set version = excluded.version, content = excluded.content, saved_at = excluded.saved_at, saved_by_id = app_assignment()`,
);
const VERSION = sql('form-draft.version', `select version from form_draft where case_id = $1 and form = $2`);

/** The steps that a form is sent in by: while one of them can be taken, its draft can be written. */
const SENT_BY: Record<DraftedForm, readonly CaseStep[]> = {
  SUMMONS: ['summon', 'reschedule', 'plan-follow-up'],
  FOLLOW_UP: ['hold-follow-up'],
  CLOSING: ['close'],
};

/** Forms of a case while they are filled in: one draft of each, shared as the plan is, and sealed. The case's row is their lock. */
@Injectable()
export class FormDrafts {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly steps: CaseSteps,
  ) {}

  async read(caseId: string, form: DraftedForm): Promise<FormDraftView> {
    type Row = { guarded: boolean; version: number; savedAt: Date; savedBy: string; content: Buffer | null } & Key;
    type Key = { keyId: string; wrapped: Buffer };
    const [row] = await this.database.query<Row>(READ(caseId, form));
    if (!row) throw Problem.notFound();
    const { guarded, version, savedAt, savedBy, content, keyId, wrapped } = row;
    this.record(formDraftEvents.read, { id: caseId, guarded }, form);
    if (!content) return { form, version };
    const opened = this.keys.of(keyId, wrapped).open<NewFormDraft['content']>(FIELD, rowOf(caseId, form), content);
    return { form, version, content: opened, savedAt: savedAt.toISOString(), savedBy };
  }

  /** Saves the whole draft. 412 when somebody else has saved since `version`; 409 when the form cannot be sent in now. */
  async save(caseId: string, version: number, form: DraftedForm, { content }: NewFormDraft): Promise<FormDraftView> {
    const sip = await this.steps.beginPart(caseId, ...SENT_BY[form]);
    await this.at(sip, form, version);
    const sealed = sip.secrets.seal(FIELD, rowOf(caseId, form), content);
    const savedAt = this.clock.now();
    await this.database.query(SAVE(caseId, form, version, sealed, savedAt));
    this.record(formDraftEvents.saved, sip, form);
    return { form, version: version + 1, savedAt: savedAt.toISOString() };
  }

  /** Throws the draft away, also in a case that has gone on. 412 when somebody else has saved since `version`. */
  async discard(caseId: string, version: number, form: DraftedForm): Promise<FormDraftView> {
    const sip = await this.steps.lock(caseId);
    await this.at(sip, form, version);
    await this.steps.emptyDraft(sip, form);
    this.record(formDraftEvents.discarded, sip, form);
    return { form, version: version + 1 };
  }

  private async at({ id }: LockedCase, form: DraftedForm, version: number): Promise<void> {
    const [draft] = await this.database.query<{ version: number }>(VERSION(id, form));
    if (draft && draft.version !== version) throw staleVersion(draft.version);
  }

  private record(kind: EventKind, { id, guarded }: Pick<LockedCase, 'id' | 'guarded'>, form: DraftedForm): void {
    this.log.record(kind, { subject: `sip-case:${id}`, facts: { form, guarded } });
  }
}

const FIELD = 'form_draft.content';
const rowOf = (caseId: string, form: DraftedForm): string => `${caseId}:${form}`;
