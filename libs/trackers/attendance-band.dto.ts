import { CodeField, DateField, NumberField, ObjectsField, TextField } from '../platform/index.ts';
import { ATTENDANCE_POINTS, BAND_CHANGES, type AttendancePoint, type BandChange } from './attendance-band.rules.ts';

export class AttendanceBandChange {
  @CodeField({ label: 'När i arbetet', codes: ATTENDANCE_POINTS, name: 'AttendancePoint' })
  point!: AttendancePoint;

  @TextField({
    label: 'Frånvaro, som band i överenskommelsen; utelämnat tar bort',
    max: 40,
    optional: true,
    example: 'FROM_40_TO_80',
  })
  band?: string;

  @DateField({ label: 'Vilken dag det gäller', optional: true })
  recordedOn?: string;
}

export class AttendanceBandView extends AttendanceBandChange {
  @NumberField({ label: 'Version; 0 innan något är sparat', min: 0, max: 1e9 })
  version!: number;
}

export class AttendanceBandsView {
  @ObjectsField({ label: 'Frånvaro vid start, uppföljning och slut', type: () => AttendanceBandView })
  bands!: AttendanceBandView[];

  @CodeField({ label: 'Från start till slut', codes: BAND_CHANGES, name: 'BandChange', optional: true })
  change?: BandChange;
}
