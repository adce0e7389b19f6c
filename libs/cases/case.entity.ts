import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from './case-state.rules.ts';

export const CASE_KINDS = ['STATUTORY_SIP', 'AGREEMENT_SIP', 'DISCHARGE_SIP'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** What is sealed on a case's row, under the child's key. */
export interface CaseDetails {
  /** Why coordination is needed, in a few words. */
  need: string;
  /** How the family was informed, and how the child was. */
  informed?: string;
  childInformed?: string;
  /** Why the family declined or the service denied. */
  refusal?: string;
  /** What the meeting is to answer. */
  questions: string[];
  /** How the child takes part in the meeting. */
  participation?: string;
  closingNote?: string;
}

/** A child's SIP case. Texts are sealed with the child's key; dates and codes stand in clear. */
@Entity('sip_case')
export class SipCase {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'child_id' })
  childId!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  kind!: CaseKind;

  @Column('text')
  state!: CaseState;

  @Column('int')
  version!: number;

  @Column('int', { name: 'agreement_version' })
  agreementVersion!: number;

  @Column('uuid', { name: 'coordinator_id' })
  coordinatorId!: string;

  @Column('uuid', { name: 'initiating_unit_id' })
  initiatingUnitId!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('date', { name: 'need_on' })
  needOn!: string;

  @Column('date', { name: 'discharge_ready_on', nullable: true })
  dischargeReadyOn!: string | null;

  @Column('date', { name: 'offered_on', nullable: true })
  offeredOn!: string | null;

  @Column('date', { name: 'consented_on', nullable: true })
  consentedOn!: string | null;

  @Column('date', { name: 'consent_ends_on', nullable: true })
  consentEndsOn!: string | null;

  @Column('date', { name: 'summoned_on', nullable: true })
  summonedOn!: string | null;

  @Column('date', { name: 'first_meeting_on', nullable: true })
  firstMeetingOn!: string | null;

  @Column('int', { name: 'plan_number' })
  planNumber!: number;

  @Column('date', { name: 'follow_up_on', nullable: true })
  followUpOn!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'closing_reason', nullable: true })
  closingReason!: string | null;

  @Column('uuid', { name: 'recommendation_id', nullable: true })
  recommendationId!: string | null;

  @Column('uuid', { name: 'continues_id', nullable: true })
  continuesId!: string | null;

  @Column('date', { name: 'next_due_on', nullable: true })
  nextDueOn!: string | null;

  @Column('boolean')
  guarded!: boolean;

  @Column('bytea')
  details!: Buffer;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
