import { Type } from 'class-transformer';
import { CodeField, NumberField, ObjectsField } from '../platform/index.ts';
import {
  EVALUATION_QUESTIONS,
  EVALUATION_VARIANTS,
  type EvaluationQuestion,
  type EvaluationVariant,
} from './evaluation.rules.ts';

const Score = (label: string) =>
  NumberField({ label: `${label}, från 1 (inte alls) till 5 (helt)`, min: 1, max: 5, example: 4 });

/** Eight answers, and nothing of who gave them or about which meeting. */
export class Evaluation {
  @CodeField({ label: 'Vem som svarar', codes: EVALUATION_VARIANTS, name: 'EvaluationVariant' })
  variant!: EvaluationVariant;

  @Score('Visste varför vi träffades')
  knewWhy!: number;

  @Score('Kunde säga det jag ville')
  couldSay!: number;

  @Score('Blev lyssnad på')
  wasListenedTo!: number;

  @Score('Rätt personer var med')
  rightPeople!: number;

  @Score('Klart vem som gör vad')
  whoDoesWhat!: number;

  @Score('Klart när det ska göras')
  clearWhen!: number;

  @Score('Vet när vi träffas nästa gång')
  nextMeeting!: number;

  @Score('Kändes meningsfullt')
  meaningful!: number;
}

export class EvaluationQuery {
  @NumberField({ label: 'År', min: 2000, max: 2100, example: 2026 })
  @Type(() => Number)
  year!: number;
}

class QuestionMeanView {
  @CodeField({ label: 'Fråga', codes: EVALUATION_QUESTIONS, name: 'EvaluationQuestion' })
  question!: EvaluationQuestion;

  @NumberField({ label: 'Medelvärde i tiondelar: 42 är 4,2', min: 10, max: 50, example: 42 })
  meanTenths!: number;
}

class VariantSummaryView {
  @CodeField({ label: 'Vilka som svarat', codes: EVALUATION_VARIANTS, name: 'EvaluationVariant' })
  variant!: EvaluationVariant;

  @NumberField({ label: 'Antal svar som visas, fem i taget; 0 är för få för att visas', min: 0, max: 1e6, example: 15 })
  answers!: number;

  @ObjectsField({ label: 'Medelvärden; tomt när svaren är för få', type: () => QuestionMeanView })
  means!: QuestionMeanView[];
}

export class EvaluationSummaryView {
  @NumberField({ label: 'År', min: 2000, max: 2100, example: 2026 })
  year!: number;

  @ObjectsField({ label: 'Svaren, efter vilka som svarat', type: () => VariantSummaryView })
  variants!: VariantSummaryView[];
}
