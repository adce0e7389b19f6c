import { CodeField, NumberField, TextField } from '../platform/index.ts';
import { NamedView } from './session.dto.ts';

export const PRINCIPAL_KINDS = ['MUNICIPALITY', 'REGION'] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

export class PrincipalView extends NamedView {
  @CodeField({ label: 'Kommun eller region', codes: PRINCIPAL_KINDS, name: 'PrincipalKind' })
  kind!: PrincipalKind;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;
}

export class PrincipalChange {
  @TextField({ label: 'Huvudmannens namn', max: 200, example: 'Almby kommun' })
  name!: string;
}
