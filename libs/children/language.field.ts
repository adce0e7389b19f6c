import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { TextField } from '../platform/index.ts';

/** A primary language tag (BCP 47), e.g. `sv`, `ar`, `so`. */
export const LanguageField = (field: { label: string; optional?: boolean; nullable?: boolean }): PropertyDecorator =>
  applyDecorators(
    TextField({ ...field, min: 2, max: 3, example: 'so' }),
    Matches(/^[a-z]{2,3}$/, {
      message: 'Ange språkets kod med två eller tre små bokstäver, till exempel sv eller so.',
    }),
  );
