import { IdField, NumberField, TextField, TextsField } from '../platform/index.ts';

export class PreparationChange {
  @TextsField({ label: 'Avbockat inför mötet', maxItems: 30, max: 40, example: ['QUESTION_CLEAR'] })
  checks!: string[];

  @TextField({ label: 'Anteckning till teamet', min: 0, max: 2000, example: 'Bjud in skolsköterskan.' })
  note!: string;
}

export class PreparationView extends PreparationChange {
  @IdField({ label: 'Frågans id' })
  requestId!: string;

  @NumberField({ label: 'Version; 0 innan något är sparat', min: 0, max: 1e9 })
  version!: number;
}
