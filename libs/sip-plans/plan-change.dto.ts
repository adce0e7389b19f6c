import { CodeField, NumberField, ObjectsField, TextField } from '../platform/index.ts';
import { ROW_CHANGES, WORD_CHANGES, type PlanChange, type Words } from './plan-change.rules.ts';
import { PLAN_PARTS, type PlanPart } from './plan-words.rules.ts';

export class WordsView implements Words {
  @CodeField({ label: 'Står kvar, nytt eller borttaget', codes: WORD_CHANGES, name: 'WordChange' })
  change!: Words['change'];

  @TextField({ label: 'Orden', max: 5000, example: 'fyra dagar' })
  text!: string;
}

export class LineChangeView {
  @TextField({ label: 'Vad det gäller', max: 100, example: 'Ansvarar' })
  label!: string;

  @ObjectsField({ label: 'Orden', type: () => WordsView })
  words!: WordsView[];
}

export class PlanChangeView implements PlanChange {
  @CodeField({ label: 'Del av planen', codes: PLAN_PARTS, name: 'PlanPart' })
  part!: PlanPart;

  @TextField({ label: 'Delens rubrik', max: 100, example: 'Insatser' })
  heading!: string;

  @CodeField({ label: 'Nytt, borttaget eller ändrat', codes: ROW_CHANGES, name: 'RowChange' })
  change!: PlanChange['change'];

  @ObjectsField({ label: 'Texten, ord för ord', type: () => WordsView })
  words!: WordsView[];

  @ObjectsField({ label: 'Uppgifter som skiljer', type: () => LineChangeView })
  lines!: LineChangeView[];
}

export class PlanChangesView {
  @NumberField({ label: 'Planens nummer', min: 1, max: 1000, example: 2 })
  number!: number;

  @NumberField({ label: 'Jämförd med; 0 när det inte finns någon tidigare', min: 0, max: 1000, example: 1 })
  comparedWith!: number;

  @ObjectsField({ label: 'Ändringar, i planens ordning', type: () => PlanChangeView })
  changes!: PlanChangeView[];
}
