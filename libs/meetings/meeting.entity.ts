import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChildPart, CountedMeeting, MeetingKind, MeetingState } from './meeting.rules.ts';

/** A guardian as they were called: the name stays in the record whatever becomes of them later. */
export interface CalledGuardian {
  id: string;
  name: string;
  present?: boolean;
}

/** What is sealed on a meeting's row, under the child's key. */
export interface MeetingDetails {
  place: string;
  purpose: string;
  questions: string[];
  /** How the child takes part. */
  participation: string;
  childInvited: boolean;
  guardians: CalledGuardian[];
  /** Times that it was moved from, as local times, with why. */
  moves: { from: string; reason: string }[];
  cancelledBecause?: string;
  chair?: string;
  recorder?: string;
  representedBy?: string;
  absentBecause?: string;
  notes?: string;
}

/** A meeting of a case. The instant is kept with the wall time and zone that the person chose. */
@Entity('meeting')
export class Meeting {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  kind!: MeetingKind;

  @Column('text', { default: 'PLANNED' })
  state!: MeetingState;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamp', { name: 'wall_time' })
  wallTime!: string;

  @Column('int')
  minutes!: number;

  @Column('date', { name: 'reply_by' })
  replyBy!: string;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn!: string | null;

  @Column('text', { name: 'child_part', nullable: true })
  childPart!: ChildPart | null;

  @Column('jsonb', { nullable: true })
  counted!: CountedMeeting | null;

  @Column('bytea')
  details!: Buffer;

  @Column('int', { default: 1 })
  version!: number;

  @Column('date', { name: 'called_on' })
  calledOn!: string;
}
