import { EXAMPLE_CHECKPOINT, EXAMPLE_KEY } from './log.example.ts';
import { InstantField, NumberField, TextField } from '../platform/index.ts';

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
