import {
  DateField,
  FlagField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '../platform/index.ts';

/** What to look for in the log, all of it at once. In a body, because names do not stand in addresses. */
export class LogSearch {
  @TextField({ label: 'Vem: del av namnet', max: 200, optional: true, example: 'lind' })
  person?: string;

  @TextsField({ label: 'Slag av händelser', maxItems: 300, max: 100, optional: true, example: ['session.started'] })
  types?: string[];

  @TextField({ label: 'Ärendets eller frågans nummer', max: 20, optional: true, example: 'S-7F3K-Q2XY' })
  reference?: string;

  @DateField({ label: 'Från och med', optional: true })
  from?: string;

  @DateField({ label: 'Till och med', optional: true })
  to?: string;

  @NumberField({
    label: 'Visa det som är äldre än händelsen på den här platsen i loggen',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    example: 1200,
  })
  olderThan?: number;
}

/** Who acted, and as what, as the directory has it today. */
export class LogActorView {
  @TextField({ label: 'Namn', max: 200, example: 'Karin Berg' })
  name!: string;

  @TextField({ label: 'Rollen på svenska', max: 100, optional: true, example: 'SIP-samordnare' })
  roleName?: string;

  @TextField({ label: 'Enhet', max: 200, optional: true, example: 'Samverkanskansliet' })
  unit?: string;
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
    label: 'Vad det gällde, som slag och id',
    max: 200,
    optional: true,
    example: 'sip-case:01890a5d-ac96-774b-bcce-b302099a8057',
  })
  subject?: string;

  @TextField({
    label: 'Vad det gällde, som det kallas: ärendets nummer, aldrig barnets namn',
    max: 300,
    optional: true,
    example: 'S-7F3K-Q2XY',
  })
  subjectName?: string;

  @ObjectField({
    label: 'Vem; utelämnat när produkten själv gjorde det, och när den som nekades inte var inloggad',
    type: () => LogActorView,
    optional: true,
  })
  actor?: LogActorView;
}

export class LogEventList {
  @ObjectsField({ label: 'Händelser, den nyaste först', type: () => LogEventView })
  events!: LogEventView[];

  @FlagField({ label: 'Det finns äldre händelser som passar' })
  more!: boolean;
}
