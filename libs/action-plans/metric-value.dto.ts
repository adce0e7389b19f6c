import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
} from '../platform/index.ts';
import { METRIC_KINDS, type MetricKind } from './metric-value.rules.ts';

/** A value entered by hand: of a part of a whole both are written, and never the percentage. */
export class MetricValueEntry {
  @DateField({ label: 'Från och med', example: '2026-01-01' })
  from!: string;

  @DateField({ label: 'Till och med', example: '2026-06-30' })
  to!: string;

  @TextField({ label: 'Värde, med högst två decimaler', max: 20, optional: true, example: '43,5' })
  value?: string;

  @NumberField({ label: 'Del av en helhet', min: 0, max: 1e9, optional: true, example: 9 })
  numerator?: number;

  @NumberField({ label: 'Helhet; för ett medelvärde antal svar', min: 1, max: 1e9, optional: true, example: 24 })
  denominator?: number;

  @TextField({ label: 'Källa', max: 300, example: 'Skolornas redovisning, juni' })
  source!: string;

  @TextField({ label: 'Anteckning', max: 2000, optional: true, example: 'Två skolor har ännu inte svarat.' })
  note?: string;
}

/** A figure as it may be shown. */
export class EnteredFigure {
  @DateField({ label: 'Från och med', example: '2026-01-01' })
  from!: string;

  @DateField({ label: 'Till och med', example: '2026-06-30' })
  to!: string;

  @TextField({
    label: 'Värde, med decimalpunkt; andelen i procent när det är en del av en helhet; saknas när det döljs',
    max: 20,
    optional: true,
    example: '37.5',
  })
  value?: string;

  @NumberField({ label: 'Del av en helhet', min: 0, max: 1e9, optional: true, example: 9 })
  numerator?: number;

  @NumberField({ label: 'Helhet; för ett medelvärde antal svar', min: 1, max: 1e9, optional: true, example: 24 })
  denominator?: number;

  @FlagField({ label: 'Siffran döljs, för att den gäller få personer', example: false })
  suppressed!: boolean;

  @TextField({ label: 'Källa', max: 300, example: 'Skolornas redovisning, juni' })
  source!: string;
}

/** A metric entered by hand, as it stands on its plan's row. */
export class EnteredMetricView {
  @CodeField({ label: 'Slag av siffra', codes: METRIC_KINDS, name: 'MetricKind' })
  kind!: MetricKind;

  @TextField({ label: 'Enhet: det som siffran är ett antal av', max: 100, example: 'skolor' })
  unit!: string;

  @FlagField({ label: 'Siffran räknar personer, så att den döljs när de är få', example: false })
  countsPeople!: boolean;

  @ObjectField({ label: 'Värdet för den senaste perioden', type: () => EnteredFigure, optional: true })
  latest?: EnteredFigure;
}

/** A value as somebody entered or corrected it. The unit that wrote a small figure sees it, and nobody else. */
export class MetricValueVersion extends EnteredFigure {
  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @TextField({ label: 'Anteckning', max: 2000, optional: true, example: 'Två skolor har ännu inte svarat.' })
  note?: string;

  @TextField({ label: 'Vem som skrev in det', max: 200, example: 'Lena Falk' })
  enteredBy!: string;

  @TextField({ label: 'Enheten som skrev in det', max: 200, example: 'Samverkanskontoret' })
  enteredAtUnit!: string;

  @InstantField({ label: 'När det skrevs in' })
  enteredAt!: string;
}

export class MetricValueView extends MetricValueVersion {
  @IdField({ label: 'Id' })
  id!: string;

  @ObjectsField({ label: 'Tidigare versioner, senaste först', type: () => MetricValueVersion })
  earlier!: MetricValueVersion[];
}

export class MetricValuesView {
  @ObjectField({ label: 'Måttet', type: () => NamedView })
  metric!: NamedView;

  @ObjectField({ label: 'Handlingsplanen som måttet hör till', type: () => NamedView })
  plan!: NamedView;

  @NumberField({ label: 'Planens år', min: 2000, max: 2100, example: 2026 })
  year!: number;

  @CodeField({ label: 'Slag av siffra', codes: METRIC_KINDS, name: 'MetricKind' })
  kind!: MetricKind;

  @TextField({ label: 'Enhet: det som siffran är ett antal av', max: 100, example: 'skolor' })
  unit!: string;

  @FlagField({ label: 'Siffran räknar personer, så att den döljs när de är få', example: false })
  countsPeople!: boolean;

  @ObjectsField({ label: 'Värdena, senaste perioden först', type: () => MetricValueView })
  values!: MetricValueView[];
}
