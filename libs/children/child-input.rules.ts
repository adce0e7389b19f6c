import { type FieldFault, Problem, refuseFaults } from '../platform/index.ts';
import { isProtected, type Protection, withoutHiddenMarks } from './child.rules.ts';
import { type Identity, type IdentityKind, readIdentity } from './identity-number.rules.ts';

/** Reads the identity number of a child. 422 on `identity` when it cannot be one. */
export function identityOf(kind: IdentityKind, written: string, today: string): Identity {
  const reading = readIdentity(kind, written, today);
  if ('fault' in reading) throw Problem.field('identity', reading.fault);
  return reading.identity;
}

/** Reads a guardian's number, which is a personnummer or a samordningsnummer. 422 on `identity` when it is neither. */
export function guardianNumber(written: string, today: string): string {
  const readings = (['PERSONNUMMER', 'SAMORDNINGSNUMMER'] as const).map((kind) => readIdentity(kind, written, today));
  const right = readings.find((reading) => 'identity' in reading);
  if (right) return right.identity.number;
  throw Problem.field('identity', 'Numret stämmer inte. Kontrollera varje siffra, eller lämna fältet tomt.');
}

/** The birth date that was written, or else the one in the number. 422 when there is neither, or it has not been yet. */
export function birthDateOf(written: string | undefined, identity: Identity, today: string): string {
  const birthDate = written ?? identity.birthDate;
  if (!birthDate) throw Problem.field('birthDate', 'Skriv födelsedatumet. Det går inte att läsa ut ur numret.');
  if (birthDate > today) throw Problem.field('birthDate', 'Födelsedatumet har inte varit än. Kontrollera året.');
  return birthDate;
}

/** A name without blanks around it and marks that nobody sees. 422 on its field when nothing is left. */
export function nameOf(field: string, written: string): string {
  const name = withoutHiddenMarks(written).trim();
  if (!name) throw Problem.field(field, 'Skriv namnet.');
  return name;
}

/** 422 on each field that would tell where somebody with protected personal data is (domain reference 1.6). */
export function refusePlaces(written: Record<string, string | null | undefined>, ...protections: Protection[]): void {
  if (!protections.some(isProtected)) return;
  const errors = Object.entries(written).flatMap(([field, value]): FieldFault[] =>
    value
      ? [{ field, message: 'Lämna tomt. Uppgifterna är skyddade, och Samordna visar inte var personen finns.' }]
      : [],
  );
  refuseFaults(errors, 'Uppgifterna är skyddade. Ta bort adress, skola och kontaktuppgifter.');
}

/** An address that mail can be sent to. 422 on `email`. */
export function emailOf(written: string): string {
  const email = written.trim();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw Problem.field('email', 'Skriv en e-postadress, till exempel namn@example.se.');
  return email;
}

type Written<Details> = { [Key in keyof Details]?: Details[Key] | null | undefined };

/** Details with what was written put over them: left out stays, null and blanks empty a field. */
export function writtenOver<Details extends object>(details: Details, written: Written<Details>): Details {
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  const texts = given.map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]);
  const merged = { ...details, ...Object.fromEntries(texts) } as Record<string, unknown>;
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== '')) as Details;
}
