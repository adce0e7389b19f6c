import { EXAMPLE_CHECKPOINT, EXAMPLE_KEY } from './log.example.ts';
import { InstantField, NumberField, ObjectsField, PageView, TextField } from '../platform/index.ts';

/** The head of the area's log: what an outsider keeps to be able to find out if anything was changed. */
export class LogHeadView {
  @NumberField({ label: 'Antal förseglade händelser', min: 0, max: Number.MAX_SAFE_INTEGER, example: 1200 })
  size!: number;

  @TextField({ label: 'Den signerade kontrollpunkten (C2SP checkpoint)', max: 2000, example: EXAMPLE_CHECKPOINT })
  checkpoint!: string;

  @TextField({ label: 'Nyckeln som loggen kontrolleras med (C2SP vkey)', max: 500, example: EXAMPLE_KEY })
  verifierKey!: string;

  @InstantField({ label: 'När den signerades' })
  signedAt!: string;

  @InstantField({
    label: 'Sedan när inget mer förseglas, för att loggen inte stämmer med sin senaste kontrollpunkt',
    optional: true,
  })
  haltedSince?: string;
}

export class LogEventView {
  @NumberField({ label: 'Plats i loggen, från 0', min: 0, max: Number.MAX_SAFE_INTEGER })
  index!: number;

  @InstantField({ label: 'När' })
  at!: string;

  @TextField({ label: 'Vad som hände', max: 100, example: 'consultation-request.read' })
  type!: string;

  @TextField({ label: 'Aktivitet', max: 50, example: 'Läsa' })
  activity!: string;

  @TextField({ label: 'Utfall: done, refused eller failed', max: 20, example: 'done' })
  outcome!: string;

  @TextField({
    label: 'Vad det gällde',
    max: 200,
    optional: true,
    example: 'sitting:01890a5d-ac96-774b-bcce-b302099a8057',
  })
  subject?: string;

  @TextField({
    label: 'Uppdraget som handlade',
    max: 100,
    optional: true,
    example: '01890a5d-ac96-774b-bcce-b302099a8057',
  })
  actor?: string;

  @TextField({
    label: 'Enheten som handlade',
    max: 100,
    optional: true,
    example: '01890a5d-ac96-774b-bcce-b302099a8057',
  })
  unit?: string;
}

export class LogEventList extends PageView {
  @ObjectsField({ label: 'Händelser, den nyaste först', type: () => LogEventView })
  events!: LogEventView[];
}
