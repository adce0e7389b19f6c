import { CodeField, DateField, IdField, IdsField, TextField, TextsField } from '../platform/index.ts';
import { CASE_KINDS, type CaseKind } from './case.entity.ts';
import { CASE_ROLES, type CaseRoleName } from './case-role.rules.ts';

export const ASKERS = ['CHILD', 'GUARDIAN', 'STAFF', 'OTHER'] as const;

export class NewCase {
  @IdField({ label: 'Barnet' })
  childId!: string;

  @CodeField({ label: 'Slag av SIP', codes: CASE_KINDS, name: 'CaseKind' })
  kind!: CaseKind;

  @DateField({ label: 'När behovet sågs' })
  needOn!: string;

  @CodeField({ label: 'Vem som bad om SIP', codes: ASKERS, name: 'CaseAsker' })
  askedBy!: (typeof ASKERS)[number];

  @IdField({ label: 'Enheten som tar initiativet' })
  initiatingUnitId!: string;

  @TextField({ label: 'Vad som behöver samordnas', max: 2000, example: 'Skolgång och behandling behöver gå ihop.' })
  need!: string;

  @DateField({ label: 'Utskrivningsklar, vid SIP inför utskrivning', optional: true })
  dischargeReadyOn?: string;

  @IdsField({ label: 'Enheter som ska vara med', max: 30, optional: true })
  unitIds?: string[];

  @TextField({ label: 'Rekommendation från konsultationsteamet', max: 11, optional: true, example: 'R-7F3K-Q2XY' })
  recommendation?: string;

  @IdField({ label: 'Tidigare ärende som detta fortsätter', optional: true })
  continuesId?: string;
}

export class CaseChange {
  @TextField({ label: 'Vad som behöver samordnas', max: 2000, optional: true, example: 'Skolgång och behandling.' })
  need?: string;

  @TextsField({
    label: 'Frågor som mötet ska svara på',
    maxItems: 10,
    max: 300,
    optional: true,
    example: ['Vem gör vad?'],
  })
  questions?: string[];

  @TextField({
    label: 'Hur barnet är med på mötet',
    min: 0,
    max: 1000,
    optional: true,
    example: 'Är med första halvan, med sin kontaktperson.',
  })
  participation?: string;

  @CodeField({ label: 'Slag av SIP', codes: CASE_KINDS, name: 'CaseKind', optional: true })
  kind?: CaseKind;

  @DateField({ label: 'Utskrivningsklar', optional: true })
  dischargeReadyOn?: string;
}

export class Offer {
  @DateField({ label: 'När familjen informerades' })
  offeredOn!: string;

  @TextField({ label: 'Hur familjen informerades', max: 1000, example: 'Samtal med båda vårdnadshavarna.' })
  informed!: string;

  @TextField({ label: 'Hur barnet informerades, eller varför inte', max: 1000, example: 'I samtal med kuratorn.' })
  childInformed!: string;
}

export class Refusal {
  @DateField({ label: 'Datum' })
  on!: string;

  @TextField({ label: 'Skäl', max: 2000, example: 'Familjen vill vänta till hösten.' })
  reason!: string;
}

export class NewParty {
  @IdField({ label: 'Enhet' })
  unitId!: string;
}

export class Leaving {
  @DateField({ label: 'När parten lämnar' })
  leftOn!: string;

  @TextField({ label: 'Skäl', max: 1000, example: 'Insatsen är avslutad.' })
  reason!: string;
}

export class RoleNaming {
  @CodeField({ label: 'Roll', codes: CASE_ROLES, name: 'CaseRoleName' })
  role!: CaseRoleName;

  @IdField({ label: 'Enhet', optional: true })
  unitId?: string;

  @TextField({ label: 'Namn och befattning', max: 200, optional: true, example: 'Anna Ek, kurator' })
  name?: string;
}

export class HandoverOffer {
  @IdField({ label: 'Uppdraget som ska ta över' })
  assignmentId!: string;

  @TextField({ label: 'Hälsning', max: 500, optional: true, example: 'Jag är ledig från måndag.' })
  note?: string;
}
