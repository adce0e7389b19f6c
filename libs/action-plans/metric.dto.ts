import { EXAMPLE_CHECKPOINT, EXAMPLE_KEY, EXAMPLE_PROOF } from '../audit/index.ts';
import { Type } from 'class-transformer';
import { NamedView } from '../directory/index.ts';
import {
  DateField,
  FlagField,
  NumberField,
  ObjectField,
  ObjectsField,
  PageQuery,
  PageView,
  TextField,
  TextsField,
} from '../platform/index.ts';

export class EvidenceQuery extends PageQuery {
  @NumberField({ label: 'Året som räknas; annars planens år', min: 2000, max: 2100, example: 2026, optional: true })
  @Type(() => Number)
  year?: number;
}

export class FigureDefinitionView {
  @TextField({ label: 'Definitionens namn', max: 100, example: 'consultations-held' })
  id!: string;

  @NumberField({ label: 'Version', min: 1, max: 1000 })
  version!: number;

  @TextField({ label: 'Vad som räknas', max: 1000, example: 'Antal konsultationer som har hållits under året.' })
  explanation!: string;

  @TextsField({ label: 'Typer av händelser som räknas', maxItems: 20, max: 100, example: ['consultation.held'] })
  counts!: string[];

  @TextField({ label: 'Uppgiften som avgör vilket år det räknas', max: 100, example: 'heldOn' })
  on!: string;

  @TextField({ label: 'Uppgiften som siffran delas upp efter', max: 100, optional: true, example: 'themes' })
  by?: string;
}

export class PeriodView {
  @DateField({ label: 'Första dagen', example: '2026-01-01' })
  from!: string;

  @DateField({ label: 'Första dagen efter perioden', example: '2027-01-01' })
  to!: string;

  @TextField({ label: 'Tidszon', max: 50, example: 'Europe/Stockholm' })
  zone!: string;
}

export class CellView {
  @TextField({ label: 'Radens kod; tom när siffran inte är uppdelad', min: 0, max: 100, example: 'SCHOOL_ABSENCE' })
  key!: string;

  @TextField({ label: 'Radens namn', max: 300, example: 'Skolfrånvaro' })
  name!: string;

  @NumberField({ label: 'Antal; saknas när det döljs', min: 0, max: 1e9, optional: true, example: 12 })
  value?: number;

  @FlagField({ label: 'Antalet döljs, för att det eller ett annat antal är litet', example: false })
  suppressed!: boolean;
}

export class FigureView {
  @ObjectField({ label: 'Måttet', type: () => NamedView })
  metric!: NamedView;

  @ObjectField({ label: 'Handlingsplanen som måttet hör till', type: () => NamedView })
  plan!: NamedView;

  @ObjectField({ label: 'Definition', type: () => FigureDefinitionView })
  definition!: FigureDefinitionView;

  @ObjectField({ label: 'Period', type: () => PeriodView })
  period!: PeriodView;

  @ObjectsField({ label: 'Siffrorna', type: () => CellView })
  cells!: CellView[];

  @NumberField({
    label: 'Hela antalet; saknas när det döljs eller siffran är uppdelad',
    min: 0,
    max: 1e9,
    optional: true,
    example: 37,
  })
  total?: number;

  @NumberField({ label: 'Antal händelser i loggen när det räknades', min: 1, max: 1e15, example: 1204 })
  logSize!: number;

  @TextField({
    label: 'Loggens signerade kontrollpunkt (C2SP tlog-checkpoint)',
    max: 5000,
    example: EXAMPLE_CHECKPOINT,
  })
  checkpoint!: string;

  @TextField({ label: 'Nyckeln som kontrollpunkten är signerad med', max: 300, example: EXAMPLE_KEY })
  verifierKey!: string;
}

/** One event that was counted: where it lies in the log and the proof that it does. Never what it says. */
export class EvidenceEvent {
  @NumberField({ label: 'Nummer i loggen, från 0', min: 0, max: 1e15, example: 1187 })
  index!: number;

  @NumberField({ label: '1, eller -1 när en tidigare händelse tas tillbaka', min: -1, max: 1, example: 1 })
  delta!: number;

  @TextField({
    label: 'Händelsens hash (RFC 9162), base64',
    max: 44,
    example: 'aRcXsxZk7yKS6Yjb0nXqk1mVNvK4H9zJw3m0i6xQv9o=',
  })
  leafHash!: string;

  @TextField({ label: 'Bevis för att händelsen finns i loggen (C2SP tlog-proof)', max: 10000, example: EXAMPLE_PROOF })
  proof!: string;
}

export class EvidencePage extends PageView {
  @ObjectsField({ label: 'Händelserna på sidan, i loggens ordning', type: () => EvidenceEvent })
  events!: EvidenceEvent[];

  @NumberField({ label: 'Antal händelser i loggen som bevisen gäller', min: 1, max: 1e15, example: 1204 })
  logSize!: number;

  @TextField({
    label: 'Loggens signerade kontrollpunkt (C2SP tlog-checkpoint)',
    max: 5000,
    example: EXAMPLE_CHECKPOINT,
  })
  checkpoint!: string;
}
