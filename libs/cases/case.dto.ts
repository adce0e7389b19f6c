import {
  CodeField,
  CodesField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  PageQuery,
  PageView,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { PROTECTIONS, type Protection } from '../children/index.ts';
import { NamedView, SERVICE_CODES } from '../directory/index.ts';
import { CLOCKS, type ClockName } from './case-clock.rules.ts';
import { CASE_KINDS, type CaseKind } from './case.entity.ts';
import { CASE_STATES, CASE_STEP_NAMES, type CaseState, type CaseStep } from './case-state.rules.ts';
import { ASKERS } from './case-input.dto.ts';
import { PLAN_CONSENTS, type PlanConsent } from './consent-end.rules.ts';
import { CASE_ROLES, ROLE_STATES, type CaseRoleName, type RoleState } from './case-role.rules.ts';

export class CaseUnitView extends NamedView {
  @CodeField({ label: 'Huvudman', codes: ['MUNICIPALITY', 'REGION'], name: 'PrincipalKind' })
  principal!: 'MUNICIPALITY' | 'REGION';

  @CodeField({ label: 'Verksamhet', codes: SERVICE_CODES, name: 'ServiceType' })
  service!: string;
}

export class PartyView {
  @IdField({ label: 'Partens id' })
  id!: string;

  @ObjectField({ label: 'Enhet', type: () => CaseUnitView })
  unit!: CaseUnitView;

  @DateField({ label: 'Med från' })
  joinedOn!: string;

  @DateField({ label: 'Lämnade', optional: true })
  leftOn?: string;

  @TextField({ label: 'Varför parten lämnade', max: 1000, optional: true, example: 'Insatsen är avslutad.' })
  leftReason?: string;
}

export class CaseRoleView {
  @IdField({ label: 'Id' })
  id!: string;

  @CodeField({ label: 'Roll', codes: CASE_ROLES, name: 'CaseRoleName' })
  role!: CaseRoleName;

  @CodeField({ label: 'Läge', codes: ROLE_STATES, name: 'CaseRoleState' })
  state!: RoleState;

  @TextField({ label: 'Vem', max: 200, optional: true, example: 'Karin Berg' })
  name?: string;

  @ObjectField({ label: 'Enhet', type: () => NamedView, optional: true })
  unit?: NamedView;

  @TextField({ label: 'Hälsning med erbjudandet', max: 500, optional: true, example: 'Jag är ledig från måndag.' })
  note?: string;

  @FlagField({ label: 'Det är den inloggade' })
  mine!: boolean;
}

export class ClockView {
  @CodeField({ label: 'Tid', codes: CLOCKS, name: 'ClockName' })
  clock!: ClockName;

  @DateField({ label: 'Räknas från' })
  from!: string;

  @DateField({ label: 'Senast' })
  dueOn!: string;

  @DateField({ label: 'Uppfylld', optional: true })
  metOn?: string;

  @FlagField({ label: 'För sent' })
  late!: boolean;
}

/** The child as a case's identity bar has it. */
export class CaseChildView {
  @IdField({ label: 'Barnets id' })
  id!: string;

  @TextField({ label: 'Namn', max: 300, example: 'Alva Testsson' })
  name!: string;

  @TextField({ label: 'Initialer', max: 10, example: 'AT' })
  initials!: string;

  @NumberField({ label: 'Ålder, år', min: 0, max: 130, example: 13 })
  age!: number;

  @DateField({ label: 'Född' })
  birthDate!: string;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection' })
  protection!: Protection;
}

export class LinkedCaseView {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;
}

export class TakenUpView {
  @TextField({ label: 'Rekommendationens nummer', max: 11, example: 'R-7F3K-Q2XY' })
  reference!: string;

  @IdField({ label: 'Frågan till konsultationsteamet' })
  requestId!: string;

  @TextField({ label: 'Frågans nummer', max: 11, example: 'K-7F3K-Q2XY' })
  requestReference!: string;
}

/** What is seen of a case before it is opened: whether to stop first. */
export class CaseCover extends LinkedCaseView {
  @IdField({ label: 'Barnets id' })
  childId!: string;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection' })
  protection!: Protection;
}

export class ReceiverView extends NamedView {
  @FlagField({ label: 'Får öppna barnets uppgifter; för andra barn än de med skyddade personuppgifter får alla det' })
  mayOpen!: boolean;
}

export class ReceiverList {
  @ObjectsField({ label: 'Kollegor, deras uppdrag', type: () => ReceiverView, max: 200 })
  receivers!: ReceiverView[];
}

/** What a case is wherever it is shown, and what its state does not say of what comes next. */
class CaseHead {
  @IdField({ label: 'Ärendets id' })
  id!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @CodeField({ label: 'Slag av SIP', codes: CASE_KINDS, name: 'CaseKind' })
  kind!: CaseKind;

  @CodeField({ label: 'Läge', codes: CASE_STATES, name: 'CaseState' })
  state!: CaseState;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @FlagField({ label: 'Skyddade personuppgifter: bara namngivna ser ärendet' })
  guarded!: boolean;

  @CodeField({
    label: 'Samtycket till planen i dag; från att alla har svarat ja',
    codes: PLAN_CONSENTS,
    name: 'PlanConsent',
    optional: true,
  })
  planConsent?: PlanConsent;

  @DateField({ label: 'Sista dagen som inget samtycke till planen saknas', optional: true })
  consentEndsOn?: string;

  @FlagField({ label: 'Ett första möte är planerat; så länge det väntas', optional: true })
  meetingPlanned?: boolean;

  @FlagField({ label: 'Uppföljningen bestämde att avsluta; så länge det väntas', optional: true })
  endingDecided?: boolean;
}

/** What a case is in a work list: its number, initials and age, and nothing more of whom it is about. */
export class CaseRow extends CaseHead {
  @TextField({ label: 'Initialer; inte för skyddade', max: 10, optional: true, example: 'AT' })
  initials?: string;

  @NumberField({ label: 'Ålder, år; inte för skyddade', min: 0, max: 130, optional: true, example: 13 })
  age?: number;

  @DateField({ label: 'Nästa tid att hålla', optional: true })
  nextDueOn?: string;

  @TextField({ label: 'Samordnare', max: 200, example: 'Karin Berg' })
  coordinatorName!: string;

  @InstantField({ label: 'Senast ändrat' })
  changedAt!: string;
}

export const CASE_LISTS = ['OPEN', 'LATE', 'SOON', 'CONSENT', 'MINE', 'ENDED'] as const;

export class CaseQuery extends PageQuery {
  @CodeField({ label: 'Vilka ärenden', codes: CASE_LISTS, name: 'CaseList', optional: true })
  list: (typeof CASE_LISTS)[number] = 'OPEN';
}

export class CasePage extends PageView {
  @ObjectsField({ label: 'Ärenden', type: () => CaseRow })
  cases!: CaseRow[];
}

/** Whoever coordinates a case, or did until their assignment ended. */
export class CoordinatorView extends NamedView {
  @FlagField({ label: 'Uppdraget har avslutats: en kollega behöver ta över', optional: true })
  hasLeft?: boolean;
}

export class CaseView extends CaseHead {
  @NumberField({ label: 'Överenskommelsens version som ärendet följer', min: 1, max: 1e6 })
  agreementVersion!: number;

  @ObjectField({ label: 'Barnet', type: () => CaseChildView })
  child!: CaseChildView;

  @ObjectField({ label: 'Enheten som håller ärendet', type: () => NamedView })
  unit!: NamedView;

  @ObjectField({ label: 'Samordnare', type: () => CoordinatorView })
  coordinator!: CoordinatorView;

  @CodeField({ label: 'Vem som bad om SIP', codes: ASKERS, name: 'CaseAsker' })
  askedBy!: (typeof ASKERS)[number];

  @ObjectField({ label: 'Enheten som tog initiativet', type: () => NamedView })
  initiatingUnit!: NamedView;

  @TextField({ label: 'Vad som behöver samordnas', max: 2000, example: 'Skolgång och behandling behöver gå ihop.' })
  need!: string;

  @TextField({ label: 'Hur familjen informerades', max: 1000, optional: true, example: 'Samtal med vårdnadshavarna.' })
  informed?: string;

  @TextField({ label: 'Hur barnet informerades', max: 1000, optional: true, example: 'I samtal med kuratorn.' })
  childInformed?: string;

  @TextField({ label: 'Varför det blev nej', max: 2000, optional: true, example: 'Familjen vill vänta.' })
  refusal?: string;

  @TextsField({ label: 'Frågor som mötet ska svara på', maxItems: 10, max: 300, example: ['Vem gör vad?'] })
  questions!: string[];

  @TextField({ label: 'Hur barnet är med på mötet', max: 1000, optional: true, example: 'Är med första halvan.' })
  participation?: string;

  @TextField({ label: 'Hur det slutade', max: 2000, optional: true, example: 'Målen är nådda.' })
  closingNote?: string;

  @DateField({ label: 'När behovet sågs' })
  needOn!: string;

  @DateField({ label: 'Utskrivningsklar', optional: true })
  dischargeReadyOn?: string;

  @DateField({ label: 'Erbjuden', optional: true })
  offeredOn?: string;

  @DateField({ label: 'Samtycket klart', optional: true })
  consentedOn?: string;

  @DateField({ label: 'Kallad', optional: true })
  summonedOn?: string;

  @DateField({ label: 'Första mötet', optional: true })
  firstMeetingOn?: string;

  @NumberField({ label: 'Planens nummer; 0 innan en plan gäller', min: 0, max: 1000, example: 1 })
  planNumber!: number;

  @DateField({ label: 'Nästa uppföljning', optional: true })
  followUpOn?: string;

  @DateField({ label: 'Avslutad', optional: true })
  endedOn?: string;

  @TextField({ label: 'Skäl att avsluta, som kod', max: 40, optional: true, example: 'GOALS_MET' })
  closingReason?: string;

  @ObjectField({ label: 'Rekommendationen som togs upp', type: () => TakenUpView, optional: true })
  takenUp?: TakenUpView;

  @ObjectField({ label: 'Ärendet som detta fortsätter', type: () => LinkedCaseView, optional: true })
  continues?: LinkedCaseView;

  @ObjectField({ label: 'Ärendet som fortsätter detta', type: () => LinkedCaseView, optional: true })
  continuedBy?: LinkedCaseView;

  @ObjectsField({ label: 'Parter', type: () => PartyView })
  parties!: PartyView[];

  @ObjectsField({ label: 'Roller', type: () => CaseRoleView })
  roles!: CaseRoleView[];

  @ObjectsField({ label: 'Tider', type: () => ClockView })
  clocks!: ClockView[];

  @CodesField({ label: 'Vad du kan göra nu', codes: CASE_STEP_NAMES, name: 'CaseStep', max: 40 })
  steps!: CaseStep[];
}
