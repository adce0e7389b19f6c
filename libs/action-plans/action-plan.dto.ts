import { Type } from 'class-transformer';
import { DateField, FlagField, IdField, NumberField, ObjectField, ObjectsField, TextField } from '../platform/index.ts';
import { EnteredMetricView } from './metric-value.dto.ts';

export class YearQuery {
  @NumberField({ label: 'Året som räknas; annars planens år', min: 2000, max: 2100, example: 2026, optional: true })
  @Type(() => Number)
  year?: number;
}

export class ActionPlanRow {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Namn', max: 300, example: 'Handlingsplan barn och unga' })
  name!: string;

  @TextField({ label: 'Organ som har antagit planen', max: 200, example: 'NOSAM Mölndal' })
  body!: string;

  @NumberField({ label: 'År', min: 2000, max: 2100, example: 2026 })
  year!: number;
}

export class ActionPlanList {
  @ObjectsField({ label: 'Handlingsplanerna, senaste året först', type: () => ActionPlanRow })
  plans!: ActionPlanRow[];
}

/** A row of the plan, its texts verbatim. */
export class ActivityView {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Vad', max: 10000, example: 'Konsultationsteamet träffas en gång i månaden.' })
  what!: string;

  @TextField({ label: 'Hur', max: 10000, optional: true, example: 'Frågor anmäls till samordnaren.' })
  how?: string;

  @TextField({ label: 'Ansvar', max: 10000, optional: true, example: 'SIP-samordnaren' })
  responsible?: string;

  @TextField({ label: 'Uppföljning', max: 10000, optional: true, example: 'Årsrapport till NOSAM.' })
  followUp?: string;
}

export class MetricRow {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Namn', max: 300, example: 'Antal konsultationer' })
  name!: string;

  @TextField({
    label: 'Vad som räknas: definitionens namn; saknas när siffran skrivs in för hand',
    max: 100,
    optional: true,
    example: 'consultations-held',
  })
  definition?: string;

  @ObjectField({ label: 'Måttet, när siffran skrivs in för hand', type: () => EnteredMetricView, optional: true })
  entered?: EnteredMetricView;

  @TextField({ label: 'Vad siffran delas upp efter, när den är uppdelad', max: 100, optional: true, example: 'themes' })
  by?: string;

  @NumberField({
    label: 'Antal; saknas när det döljs eller är uppdelat',
    min: 0,
    max: 1e9,
    optional: true,
    example: 37,
  })
  value?: number;

  @FlagField({ label: 'Antalet döljs för att det är litet', example: false })
  suppressed!: boolean;

  @NumberField({ label: 'Antal händelser i loggen när det räknades', min: 0, max: 1e15, example: 1204 })
  asOfSize!: number;
}

export class ObjectiveView {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Namn', max: 300, example: 'Konsultationsteam' })
  name!: string;

  @TextField({ label: 'Mål', max: 10000, example: 'Fler frågor får ett gemensamt svar i tid.' })
  text!: string;

  @ObjectsField({ label: 'Aktiviteter', type: () => ActivityView })
  activities!: ActivityView[];

  @ObjectsField({ label: 'Mått', type: () => MetricRow })
  metrics!: MetricRow[];
}

export class FocusAreaView {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Namn', max: 300, example: 'Psykisk hälsa' })
  name!: string;

  @ObjectsField({ label: 'Delmål', type: () => ObjectiveView })
  objectives!: ObjectiveView[];
}

export class ActionPlanView extends ActionPlanRow {
  @DateField({ label: 'Antagen', optional: true, example: '2026-01-20' })
  adoptedOn?: string;

  @DateField({ label: 'Senast ändrad', optional: true, example: '2026-09-15' })
  lastChangedOn?: string;

  @TextField({ label: 'Bygger på', max: 10000, optional: true, example: 'Länsgemensam plan för psykisk hälsa' })
  basedOn?: string;

  @ObjectsField({ label: 'Fokusområden', type: () => FocusAreaView })
  focusAreas!: FocusAreaView[];
}
