import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestState } from './request-state.rules.ts';

/** A question to the consultation team. Free text is encrypted with the request's own key; there is no field for who the child is. */
@Entity('consultation_request')
export class ConsultationRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reference!: string;

  @Column('uuid', { name: 'area_id' })
  areaId!: string;

  @Column('uuid', { name: 'unit_id' })
  unitId!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  @Column('int', { name: 'agreement_version', nullable: true })
  agreementVersion!: number | null;

  @Column('text')
  state!: RequestState;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'key_id' })
  keyId!: string;

  @Column('bytea', { nullable: true })
  question!: Buffer | null;

  @Column('bytea', { nullable: true })
  tried!: Buffer | null;

  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { name: 'age_band', nullable: true })
  ageBand!: string | null;

  @Column('text', { array: true })
  services!: string[];

  @Column('uuid', { name: 'coordinator_id', nullable: true })
  coordinatorId!: string | null;

  @Column('bytea', { name: 'return_question', nullable: true })
  returnQuestion!: Buffer | null;

  @Column('text', { name: 'redirected_to', nullable: true })
  redirectedTo!: string | null;

  @Column('bytea', { name: 'redirect_reason', nullable: true })
  redirectReason!: Buffer | null;

  @Column('bytea', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: Buffer | null;

  @Column('date', { name: 'feedback_due_on', nullable: true })
  feedbackDueOn!: string | null;

  @Column('text', { name: 'advice_followed', nullable: true })
  adviceFollowed!: 'YES' | 'PARTLY' | 'NO' | null;

  @Column('boolean', { name: 'sip_started', nullable: true })
  sipStarted!: boolean | null;

  @Column('int', { nullable: true })
  helped!: number | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;
}
