import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  NumberField,
  ObjectsField,
  PageView,
  TextField,
} from '../platform/index.ts';
import { NamedView } from '../directory/index.ts';
import {
  TRANSITION_PHASES,
  TRANSITION_STATES,
  type TransitionPhase,
  type TransitionState,
} from './transition.rules.ts';

/** Somebody outside the area's units who takes over. */
export class OutsideReceiver {
  @TextField({ label: 'Vem som tar emot', max: 200, example: 'Vuxenpsykiatrin' })
  name!: string;

  @TextField({ label: 'Hur de nås', max: 200, optional: true, example: 'Anna Ek, telefon 0000' })
  contact?: string;
}

export class TransitionChange {
  @IdsField({ label: 'Enheter som tar emot', max: 10 })
  receiverUnitIds!: string[];

  @ObjectsField({ label: 'Andra som tar emot', type: () => OutsideReceiver, max: 10 })
  outsideReceivers!: OutsideReceiver[];

  @DateField({ label: 'När överlämningsmötet hålls', optional: true })
  handoverOn?: string;

  @DateField({ label: 'När den unga fick veta vad som ändras vid 18', optional: true })
  informedOn?: string;

  @TextField({ label: 'Anteckning', max: 2000, optional: true, example: 'Vill ha med sin storasyster på mötet.' })
  note?: string;
}

class TransitionDaysView {
  @DateField({ label: 'När övergången börjar planeras' })
  beginsOn!: string;

  @DateField({ label: 'Från när det är sent att mottagare saknas' })
  alarmOn!: string;

  @DateField({ label: '18-årsdagen' })
  adultOn!: string;

  @CodeField({ label: 'Var den unga är på vägen till 18', codes: TRANSITION_PHASES, name: 'TransitionPhase' })
  phase!: TransitionPhase;
}

export class TransitionView extends TransitionDaysView {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @NumberField({ label: 'Version; 0 innan något är sparat', min: 0, max: 1e9 })
  version!: number;

  @CodeField({ label: 'Läge', codes: TRANSITION_STATES, name: 'TransitionState' })
  state!: TransitionState;

  @ObjectsField({ label: 'Enheter som tar emot', type: () => NamedView })
  receiverUnits!: NamedView[];

  @ObjectsField({ label: 'Andra som tar emot', type: () => OutsideReceiver })
  outsideReceivers!: OutsideReceiver[];

  @DateField({ label: 'När överlämningsmötet hålls', optional: true })
  handoverOn?: string;

  @DateField({ label: 'När den unga fick veta vad som ändras vid 18', optional: true })
  informedOn?: string;

  @TextField({ label: 'Anteckning', max: 2000, optional: true, example: 'Vill ha med sin storasyster på mötet.' })
  note?: string;

  @DateField({ label: 'Klar', optional: true })
  doneOn?: string;
}

export class TransitionRow extends TransitionDaysView {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @TextField({ label: 'Initialer; inte för skyddade personuppgifter', max: 4, optional: true, example: 'EK' })
  initials?: string;

  @NumberField({ label: 'Ålder; inte för skyddade personuppgifter', min: 0, max: 130, optional: true, example: 17 })
  age?: number;

  @CodeField({ label: 'Läge', codes: TRANSITION_STATES, name: 'TransitionState' })
  state!: TransitionState;

  @FlagField({ label: 'Någon tar emot' })
  hasReceiver!: boolean;

  @FlagField({ label: 'Skyddade personuppgifter: bara namngivna ser ärendet' })
  guarded!: boolean;
}

export class TransitionPage extends PageView {
  @ObjectsField({ label: 'Övergångar', type: () => TransitionRow })
  transitions!: TransitionRow[];
}
