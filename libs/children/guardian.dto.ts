import { CodeField, DateField, FlagField, IdField, NumberField, TextField } from '../platform/index.ts';
import { type Protection, PROTECTIONS } from './child.rules.ts';
import { LanguageField } from './language.field.ts';

/** How a guardian is reached, and with what care. */
class GuardianContact {
  @TextField({
    label: 'Personnummer eller samordningsnummer',
    max: 20,
    optional: true,
    nullable: true,
    example: '19900222-2397',
  })
  identity?: string | null;

  @TextField({ label: 'Adress', max: 300, optional: true, nullable: true, example: 'Björkvägen 4, 431 30 Almby' })
  address?: string | null;

  @TextField({ label: 'Telefon', max: 50, optional: true, nullable: true, example: '070-174 06 05' })
  phone?: string | null;

  @TextField({ label: 'E-post', max: 200, optional: true, nullable: true, example: 'leyla@example.se' })
  email?: string | null;

  @LanguageField({ label: 'Språk', optional: true })
  language?: string;

  @FlagField({ label: 'Behöver tolk', optional: true })
  interpreter?: boolean;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection', optional: true })
  protection?: Protection;

  @FlagField({ label: 'Andra vårdnadshavare får inte veta var hen finns', optional: true, example: false })
  hiddenFromOther?: boolean;
}

export class NewGuardian extends GuardianContact {
  @TextField({ label: 'Namn', max: 200, example: 'Leyla Warsame' })
  name!: string;
}

/** Left-out fields stay as they are; null empties one. */
export class GuardianChange extends GuardianContact {
  @TextField({ label: 'Namn', max: 200, optional: true, example: 'Leyla Warsame' })
  name?: string;
}

/** Why somebody is no longer a guardian here. CHILD_IS_18 is set by the day itself, never by hand. */
export const GUARDIAN_ENDS = ['NO_LONGER_GUARDIAN', 'DECEASED', 'ENTERED_BY_MISTAKE', 'CHILD_IS_18'] as const;

export type GuardianEndReason = (typeof GUARDIAN_ENDS)[number];

export class GuardianEnd {
  @CodeField({
    label: 'Varför?',
    codes: ['NO_LONGER_GUARDIAN', 'DECEASED', 'ENTERED_BY_MISTAKE'],
    name: 'GuardianEndByHand',
  })
  reason!: Exclude<GuardianEndReason, 'CHILD_IS_18'>;
}

export class GuardianView {
  @IdField({ label: 'Id' })
  id!: string;

  @IdField({ label: 'Barnets id' })
  childId!: string;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @TextField({ label: 'Namn', max: 200, example: 'Leyla Warsame' })
  name!: string;

  @TextField({ label: 'Personnummer eller samordningsnummer', max: 12, optional: true, example: '199002222397' })
  identity?: string;

  @TextField({ label: 'Adress; inte vid skyddade personuppgifter', max: 300, optional: true, example: 'Björkvägen 4' })
  address?: string;

  @TextField({ label: 'Telefon; inte vid skyddade personuppgifter', max: 50, optional: true, example: '070-174 06 05' })
  phone?: string;

  @TextField({ label: 'E-post; inte vid skyddade personuppgifter', max: 200, optional: true, example: 'l@example.se' })
  email?: string;

  @LanguageField({ label: 'Språk' })
  language!: string;

  @FlagField({ label: 'Behöver tolk' })
  interpreter!: boolean;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection' })
  protection!: Protection;

  @FlagField({ label: 'Andra vårdnadshavare får inte veta var hen finns', example: false })
  hiddenFromOther!: boolean;

  @DateField({ label: 'Inte längre vårdnadshavare sedan', optional: true })
  endedOn?: string;

  @CodeField({ label: 'Varför inte längre', codes: GUARDIAN_ENDS, name: 'GuardianEndReason', optional: true })
  endedBecause?: GuardianEndReason;
}
