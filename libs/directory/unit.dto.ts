import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
} from '../platform/index.ts';
import { PRINCIPAL_KINDS, PrincipalView, type PrincipalKind } from './principal.dto.ts';
import { SERVICE_CODES, type ServiceType } from './service-type.ts';
import { NamedView } from './session.dto.ts';

export class UnitView extends NamedView {
  @CodeField({ label: 'Verksamhet', codes: SERVICE_CODES, name: 'ServiceType' })
  serviceType!: ServiceType;

  @ObjectField({ label: 'Huvudman', type: () => PrincipalView })
  principal!: PrincipalView;

  @NumberField({ label: 'Antal personer med uppdrag här nu', min: 0, max: 1e6, example: 4 })
  people!: number;

  @InstantField({ label: 'När enheten stängdes; utelämnas för en öppen', optional: true })
  closedAt?: string;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;
}

export class UnitList {
  @ObjectsField({ label: 'Enheter, i namnordning', type: () => UnitView })
  units!: UnitView[];

  @ObjectsField({ label: 'Huvudmän', type: () => PrincipalView })
  principals!: PrincipalView[];

  @ObjectsField({ label: 'Konsultationsteam', type: () => NamedView })
  teams!: NamedView[];
}

export class NewUnit {
  @TextField({ label: 'Enhetens namn', max: 200, example: 'Elevhälsan, Björkängsskolan' })
  name!: string;

  @CodeField({ label: 'Verksamhet', codes: SERVICE_CODES, name: 'ServiceType' })
  serviceType!: ServiceType;

  @IdField({ label: 'Huvudman, av dem som finns', optional: true })
  principalId?: string;

  @TextField({
    label: 'Den nya huvudmannens namn, om den inte finns',
    max: 200,
    optional: true,
    example: 'Almby kommun',
  })
  principalName?: string;

  @CodeField({ label: 'Den nya huvudmannens slag', codes: PRINCIPAL_KINDS, name: 'PrincipalKind', optional: true })
  principalKind?: PrincipalKind;
}

export class UnitChange {
  @TextField({ label: 'Enhetens namn', max: 200, optional: true, example: 'Elevhälsan, Björkängsskolan' })
  name?: string;

  @FlagField({ label: 'Stängd: tar inga nya uppdrag och blir inte part i nya ärenden', optional: true, example: false })
  closed?: boolean;
}

/** What a unit holds: what has to be thought of before it is closed. Numbers, and nothing of whom. */
export class UnitWork {
  @NumberField({ label: 'Pågående ärenden som enheten håller i', min: 0, max: 1e6, example: 3 })
  cases!: number;

  @NumberField({ label: 'Andras pågående ärenden som enheten är part i', min: 0, max: 1e6, example: 2 })
  parties!: number;

  @NumberField({ label: 'Enhetens frågor till konsultationsteamet som väntar på svar', min: 0, max: 1e6, example: 1 })
  questions!: number;
}
