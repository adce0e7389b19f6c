import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject, ValidateBy } from 'class-validator';
import { CodeField, InstantField, NumberField, TextField } from '../platform/index.ts';

/** The forms of a case that are filled in over a while. The plan and the record of a meeting are drafts of their own. */
export const DRAFTED_FORMS = ['SUMMONS', 'FOLLOW_UP', 'CLOSING'] as const;
export type DraftedForm = (typeof DRAFTED_FORMS)[number];

/** Characters of a form written as JSON: several times its fullest (our convention). */
const LONGEST = 100_000;

/** A form's fields as the screen has them: complete or not, and judged when the form is sent in. */
const FormContent = (options: { required: boolean }): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      selfRequired: options.required,
      description: 'Formulärets fält som de står, hela eller halva',
      type: 'object',
      additionalProperties: true,
      example: { place: 'Björkskolan, rum 12' },
    }),
    IsObject({ message: 'Ange ett objekt med formulärets fält.' }),
    ValidateBy(
      { name: 'fitsInDraft', validator: { validate: (value) => JSON.stringify(value ?? null).length <= LONGEST } },
      { message: 'Utkastet är för långt. Korta texterna.' },
    ),
  );

export class FormDraftQuery {
  @CodeField({ label: 'Formulär', codes: DRAFTED_FORMS, name: 'DraftedForm' })
  form!: DraftedForm;
}

export class NewFormDraft {
  @FormContent({ required: true })
  content!: Record<string, unknown>;
}

export class FormDraftView {
  @CodeField({ label: 'Formulär', codes: DRAFTED_FORMS, name: 'DraftedForm' })
  form!: DraftedForm;

  @NumberField({ label: 'Utkastets version; 0 innan något har sparats', min: 0, max: 1e9, example: 1 })
  version!: number;

  @FormContent({ required: false })
  content?: Record<string, unknown>;

  @InstantField({ label: 'Sparat', optional: true })
  savedAt?: string;

  @TextField({ label: 'Sparat av', max: 200, optional: true, example: 'Karin Berg' })
  savedBy?: string;
}
