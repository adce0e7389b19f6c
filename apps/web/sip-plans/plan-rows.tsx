import { type ReactNode, useState } from 'react';
import { type Control, useFieldArray, useWatch } from 'react-hook-form';
import { Button } from '../kit/button.tsx';
import { fieldId, focusField } from '../kit/field.tsx';
import type { PlanValues } from './plan-values.ts';

type List = 'needs' | 'goals' | 'interventions';

interface PlanRowsProps<Name extends List> {
  control: Control<PlanValues>;
  name: Name;
  /** What one row is called, e.g. "Insats", and in the words of the button: "Lägg till en insats". */
  noun: string;
  one: string;
  title: string;
  help: string;
  newRow: () => PlanValues[Name][number];
  children: (index: number) => ReactNode;
}

interface Removed<Name extends List> {
  index: number;
  row: PlanValues[Name][number];
}

/** Rows that are added and taken away one at a time; the last one taken away can be put back. */
export function PlanRows<Name extends List>(props: PlanRowsProps<Name>) {
  const { control, name, noun, one, title, help, newRow, children } = props;
  const { fields, append, remove, insert } = useFieldArray<PlanValues, List, 'key'>({ control, name, keyName: 'key' });
  // The fields are as they were added; this is what stands in them.
  const written = useWatch({ control, name: name as List });
  const [removed, setRemoved] = useState<Removed<Name> | null>(null);

  function takeAway(index: number) {
    setRemoved({ index, row: written[index] as PlanValues[Name][number] });
    remove(index);
  }

  function putBack({ index, row }: Removed<Name>) {
    insert(index, row, { shouldFocus: false });
    setRemoved(null);
    setTimeout(() => focusField(`${name}.${index}.text`));
  }

  function add() {
    append(newRow(), { shouldFocus: false });
    setTimeout(() => focusField(`${name}.${fields.length}.text`));
  }

  return (
    <section className="panel plan-part" id={fieldId(name)} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{title}</h2>
      <p className="soft">{help}</p>
      {fields.length > 0 && (
        <ol className="plan-rows">
          {fields.map(({ key }, index) => (
            <li key={key}>
              <div className="plan-row-head">
                <h3>
                  {noun} {index + 1}
                </h3>
                <Button
                  kind="quiet"
                  icon="cross"
                  label={`Ta bort ${noun.toLowerCase()} ${index + 1}`}
                  onPress={() => takeAway(index)}
                >
                  Ta bort
                </Button>
              </div>
              {children(index)}
            </li>
          ))}
        </ol>
      )}
      <p className="plan-removed" role="status">
        {removed && (
          <>
            Borttaget: {noun.toLowerCase()} {removed.index + 1}.{' '}
            <Button kind="quiet" icon="refresh" onPress={() => putBack(removed)}>
              Ångra
            </Button>
          </>
        )}
      </p>
      <div>
        <Button icon="plus" onPress={add}>
          {`Lägg till ${one}`}
        </Button>
      </div>
    </section>
  );
}
