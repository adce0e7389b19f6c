import type { Guardian, IdentityKind, Protection } from './child.ts';

export const KIND_NAMES: Record<IdentityKind, string> = {
  PERSONNUMMER: 'Personnummer',
  SAMORDNINGSNUMMER: 'Samordningsnummer',
  RESERVNUMMER: 'Reservnummer',
  LMA: 'LMA-nummer',
};

export const KIND_CHOICES = [
  { value: 'PERSONNUMMER', name: KIND_NAMES.PERSONNUMMER },
  { value: 'SAMORDNINGSNUMMER', name: KIND_NAMES.SAMORDNINGSNUMMER, help: 'Dagen plus 60.' },
  { value: 'RESERVNUMMER', name: KIND_NAMES.RESERVNUMMER, help: 'Vårdens eget nummer, ofta med bokstäver.' },
  { value: 'LMA', name: KIND_NAMES.LMA, help: 'Från Migrationsverkets kort.' },
];

export const PROTECTION_NAMES: Record<Protection, string> = {
  NONE: 'Nej',
  SEKRETESSMARKERING: 'Sekretessmarkering',
  SKYDDAD_FOLKBOKFORING: 'Skyddad folkbokföring',
};

export const PROTECTION_CHOICES = (Object.keys(PROTECTION_NAMES) as Protection[]).map((value) => ({
  value,
  name: PROTECTION_NAMES[value],
}));

/** Also of a code as a form has it. */
export const isProtected = (protection: string): boolean => protection !== 'NONE';

export const END_NAMES: Record<NonNullable<Guardian['endedBecause']>, string> = {
  NO_LONGER_GUARDIAN: 'Är inte längre vårdnadshavare',
  DECEASED: 'Avliden',
  ENTERED_BY_MISTAKE: 'Registrerad av misstag',
  CHILD_IS_18: 'Den unga har fyllt 18',
};

/** `20130530-2380`; other numbers as they are. */
export const numberText = (number: string): string =>
  /^\d{12}$/.test(number) ? `${number.slice(0, 8)}-${number.slice(8)}` : number;

/** `13 år`, and before the first birthday `under 1 år`; never broken between number and word. */
export const ageText = (age: number): string => (age === 0 ? 'under 1\u00a0år' : `${age}\u00a0år`);

/** The day of the 18th birthday: 1 March for someone born on 29 February (our convention). */
export function adultFrom(birthDate: string): string {
  const day = new Date(birthDate);
  day.setUTCFullYear(day.getUTCFullYear() + 18);
  return day.toISOString().slice(0, 10);
}
