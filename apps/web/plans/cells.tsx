import { BarList } from '../kit/bar-list.tsx';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { Figure } from './plan.ts';

/** A figure split into rows, as bars and as the table that they stand in. */
export function Cells({ figure: { metric, cells } }: { figure: Figure }) {
  const anyHidden = cells.some(({ suppressed }) => suppressed);
  return (
    <>
      <BarList
        caption={metric.name}
        head={{ label: 'Tema', value: 'Antal' }}
        bars={cells.map(({ key, name, value, suppressed }) =>
          suppressed
            ? { id: key, label: name, value: null, text: 'döljs' }
            : { id: key, label: name, value: value ?? 0 },
        )}
      />
      {anyHidden && <WhyHidden />}
    </>
  );
}

function WhyHidden() {
  const smallCell = useAgreement().content?.limits.smallCell;
  if (smallCell === undefined) return null;
  return (
    <p className="soft small">
      Antal mellan 1 och {smallCell - 1} döljs, så att ingen ska kunna kännas igen. Ibland döljs ett till, så att det
      inte går att räkna ut.
    </p>
  );
}

/** A whole that is too small to be shown. */
export function TooFew() {
  const smallCell = useAgreement().content?.limits.smallCell;
  return <span className="too-few">{smallCell === undefined ? 'döljs' : `färre än ${smallCell}`}</span>;
}
