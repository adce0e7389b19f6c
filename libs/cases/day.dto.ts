import { CodeField, IdField, InstantField, NumberField, ObjectField, ObjectsField } from '../platform/index.ts';
import { CaseRow } from './case.dto.ts';

/** The kinds of meeting, as the meetings' own table has them. */
const MEETING_KINDS = ['FIRST', 'FOLLOW_UP'] as const;

export class DayCounts {
  @NumberField({ label: 'Enhetens ärenden där en tid har passerat; räknas högst till 1000', min: 0, max: 1000 })
  late!: number;

  @NumberField({ label: 'Enhetens ärenden där en tid går ut inom sju dagar', min: 0, max: 1000 })
  soon!: number;

  @NumberField({ label: 'Enhetens ärenden som väntar på samtycke', min: 0, max: 1000 })
  consent!: number;

  @NumberField({ label: 'Mina pågående ärenden', min: 0, max: 1000 })
  mine!: number;
}

export class DayMeeting {
  @IdField({ label: 'Mötets id' })
  id!: string;

  @CodeField({ label: 'Slag av möte', codes: MEETING_KINDS, name: 'MeetingKind' })
  kind!: (typeof MEETING_KINDS)[number];

  @InstantField({ label: 'När det börjar' })
  startsAt!: string;

  @NumberField({ label: 'Minuter', min: 15, max: 480, example: 60 })
  minutes!: number;

  @ObjectField({ label: 'Ärendet', type: () => CaseRow })
  case!: CaseRow;
}

/** What a coordinator begins the day with. */
export class DayView {
  @ObjectField({ label: 'Antal', type: () => DayCounts })
  counts!: DayCounts;

  @ObjectsField({ label: 'Enhetens ärenden där en tid har passerat, den äldsta först', type: () => CaseRow, max: 10 })
  late!: CaseRow[];

  @ObjectsField({ label: 'Mina ärenden, det som ska vara klart först överst', type: () => CaseRow, max: 20 })
  work!: CaseRow[];

  @ObjectsField({ label: 'Möten från i dag och sju dagar framåt', type: () => DayMeeting, max: 50 })
  meetings!: DayMeeting[];

  @ObjectsField({ label: 'Ärenden som jag är erbjuden att ta över', type: () => CaseRow, max: 20 })
  offers!: CaseRow[];

  @ObjectsField({ label: 'Enhetens ärenden vars samordnare har slutat', type: () => CaseRow, max: 20 })
  left!: CaseRow[];
}
