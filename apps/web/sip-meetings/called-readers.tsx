import type { Control } from 'react-hook-form';
import type { Party } from '../cases/case.ts';
import { usePartyReaders } from '../consents/disclosure.ts';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import type { PlanValues } from './call-values.ts';

/** Of a protected child people are called, and never a whole unit. */
export function CalledReaders({ party: { id, unit }, control }: { party: Party; control: Control<PlanValues> }) {
  const field = useField(control, `readers.${unit.id}`, 'Välj vilka som kallas.');
  return (
    <Loaded query={usePartyReaders(id)}>
      {({ readers }) =>
        readers.length === 0 ? (
          <Notice tone="warning" title={`Ingen på ${unit.name} har inloggning`}>
            Be områdets administratör lägga till den som ska komma.
          </Notice>
        ) : (
          <CheckboxGroup
            label={`Vilka på ${unit.name} kallas?`}
            help="Barnet är skyddat: bara de du väljer ser kallelsen."
            choices={readers.map(({ assignmentId, name }) => ({ value: assignmentId, name }))}
            {...field}
            value={field.value ?? []}
          />
        )
      }
    </Loaded>
  );
}
