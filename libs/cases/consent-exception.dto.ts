import { CodeField, DateField, FlagField, IdField, TextField, TextsField } from '../platform/index.ts';
import { EXCEPTION_KINDS } from './consenter.rules.ts';

type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

export class NewException {
  @IdField({ label: 'Vårdnadshavaren vars samtycke inte behövs' })
  guardianId!: string;

  @CodeField({ label: 'Varför', codes: EXCEPTION_KINDS, name: 'ConsentExceptionKind' })
  kind!: ExceptionKind;

  @DateField({ label: 'Från vilken dag' })
  decidedOn!: string;

  @TextField({
    label: 'Skälet; när vårdnadshavaren är förhindrad',
    max: 2000,
    optional: true,
    example: 'Går inte att nå utomlands.',
  })
  reason?: string;

  @TextField({ label: 'Socialnämndens beslut, dess beteckning', max: 200, optional: true, example: 'SN 2026-114' })
  decisionReference?: string;

  @TextField({ label: 'Åtgärder som beslutet gäller', max: 2000, optional: true, example: 'Psykologisk utredning.' })
  measures?: string;

  @FlagField({ label: 'Beslutet räcker för att planen görs', optional: true, example: false })
  coversPlan?: boolean;

  @TextsField({
    label: 'Uppgifter som beslutet räcker för att lämna ut, som koder',
    maxItems: 30,
    max: 40,
    optional: true,
    example: ['HEALTH'],
  })
  categories?: string[];
}

export class ExceptionView {
  @IdField({ label: 'Id' })
  id!: string;

  @IdField({ label: 'Vårdnadshavarens id' })
  guardianId!: string;

  @TextField({ label: 'Namn', max: 300, example: 'Robin Testsson' })
  name!: string;

  @CodeField({ label: 'Varför', codes: EXCEPTION_KINDS, name: 'ConsentExceptionKind' })
  kind!: ExceptionKind;

  @DateField({ label: 'Från vilken dag' })
  decidedOn!: string;

  @DateField({ label: 'Upphörde', optional: true })
  endedOn?: string;

  @TextField({ label: 'Skälet', max: 2000, optional: true, example: 'Går inte att nå.' })
  reason?: string;

  @TextField({ label: 'Socialnämndens beslut', max: 200, optional: true, example: 'SN 2026-114' })
  decisionReference?: string;

  @TextField({ label: 'Åtgärder som beslutet gäller', max: 2000, optional: true, example: 'Psykologisk utredning.' })
  measures?: string;

  @FlagField({ label: 'Räcker för att planen görs' })
  coversPlan!: boolean;

  @TextsField({
    label: 'Uppgifter som det räcker för att lämna ut; tomt när det gäller alla',
    maxItems: 30,
    max: 40,
    example: ['HEALTH'],
  })
  categories!: string[];
}
