import type { FieldFault } from '../platform/index.ts';
import { movement, type Counted } from './tracker-count.rules.ts';

/** When the absence was noted: as the work began, on the way, and at its end (domain reference 4.5). */
export const ATTENDANCE_POINTS = ['START', 'FOLLOW_UP', 'END'] as const;
export type AttendancePoint = (typeof ATTENDANCE_POINTS)[number];

export const BAND_CHANGES = ['IMPROVED', 'SAME', 'WORSE'] as const;
export type BandChange = (typeof BAND_CHANGES)[number];

/** A band as it was noted on a day. */
export interface NotedBand {
  band: string;
  recordedOn: string;
}

export type NotedBands = Partial<Record<AttendancePoint, NotedBand>>;

/** From start to end, by the agreement's list, which runs from the least absence to the most; undefined until both are noted. */
export function changeBetween({ START, END }: NotedBands, bands: readonly { code: string }[]): BandChange | undefined {
  if (!START || !END) return undefined;
  const place = ({ band }: NotedBand) => bands.findIndex(({ code }) => code === band);
  const step = place(END) - place(START);
  if (step === 0) return 'SAME';
  return step < 0 ? 'IMPROVED' : 'WORSE';
}

/** What does not go together, with what to write instead. */
export function bandFaults(
  point: AttendancePoint,
  noted: NotedBand | null,
  others: NotedBands,
  bands: readonly { code: string }[],
  today: string,
): FieldFault[] {
  if (!noted) return [];
  const at = ATTENDANCE_POINTS.indexOf(point);
  const earlier = ATTENDANCE_POINTS.slice(0, at).some((each) => noted.recordedOn < (others[each]?.recordedOn ?? ''));
  const later = ATTENDANCE_POINTS.slice(at + 1).some((each) => noted.recordedOn > (others[each]?.recordedOn ?? '9999'));
  return [
    ...(bands.some(({ code }) => code === noted.band) ? [] : [{ field: 'band', message: 'Välj ett band i listan.' }]),
    ...(noted.recordedOn > today ? [{ field: 'recordedOn', message: 'Ange dagens datum eller en tidigare dag.' }] : []),
    ...(earlier || later
      ? [{ field: 'recordedOn', message: 'Ange en dag i ordning: start, sedan uppföljning, sist slut.' }]
      : []),
  ];
}

/** How a change moves the figure of absence from start to end, and what it then counts; or what it may not change in one go. */
export type BandCount = { delta: 1 | -1; endedOn: string; change: BandChange } | { delta: 0 } | { fault: FieldFault };

export function bandCountOf(before: NotedBands, after: NotedBands, bands: readonly { code: string }[]): BandCount {
  const [was, is] = [before, after].map((noted): Counted | null => {
    const key = changeBetween(noted, bands);
    return key ? { on: noted.END!.recordedOn, key } : null;
  });
  const delta = movement(was!, is!);
  if (delta === 'elsewhere') {
    const message =
      'Närvaron är redan räknad i statistiken. Ta bort slutet och spara. Skriv sedan det som stämmer och spara igen.';
    return { fault: { field: 'band', message } };
  }
  const counted = delta === 1 ? is : was;
  return delta === 0 ? { delta } : { delta, endedOn: counted!.on, change: counted!.key as BandChange };
}
