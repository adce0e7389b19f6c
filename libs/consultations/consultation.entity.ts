import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One request taken up at one sitting: what a year's figure counts. */
@Entity('consultation')
export class Consultation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('uuid', { name: 'unit_id' })
  unitId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'sitting_id' })
  sittingId!: string;

  @Column('int')
  position!: number;

  @Column('int')
  minutes!: number;

  @Column('text', { default: 'PLACED' })
  state!: 'PLACED' | 'HELD' | 'CONCLUDED' | 'MOVED';

  @Column('bytea', { nullable: true })
  advice!: Buffer | null;

  @Column('text', { array: true, default: [] })
  outcomes!: string[];

  @Column('text', { array: true, default: [] })
  referrals!: string[];

  @Column('date', { name: 'follow_up_on', nullable: true })
  followUpOn!: string | null;

  @Column('timestamptz', { name: 'held_at', nullable: true })
  heldAt!: Date | null;

  @Column('timestamptz', { name: 'concluded_at', nullable: true })
  concludedAt!: Date | null;

  @Column('int', { default: 1 })
  version!: number;
}
