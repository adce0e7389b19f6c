import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An ordinary meeting of the consultation team. The instant is kept with the wall time and zone that the person chose. */
@Entity('sitting')
export class Sitting {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamp', { name: 'wall_time' })
  wallTime!: string;

  @Column('int')
  minutes!: number;

  @Column('text')
  place!: string;

  @Column('text', { default: 'PLANNED' })
  state!: 'PLANNED' | 'ENDED';

  @Column('int', { default: 1 })
  version!: number;
}
