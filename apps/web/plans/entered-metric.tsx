import { useState } from 'react';
import { Button, Buttons } from '../kit/button.tsx';
import { Link } from '../kit/link.tsx';
import { TooFew } from './cells.tsx';
import { type EnteredFigure, type MetricKind, valuesPath } from './metric-value.ts';
import { figureText, periodText, unitText } from './metric-value-words.ts';
import type { Metric } from './plan.ts';
import { EnterDialog } from './value-dialogs.tsx';

interface EnteredMetricProps {
  metric: Metric & { entered: NonNullable<Metric['entered']> };
  year: number;
}

/** A metric whose values are entered by hand, on the plan's row: the latest one, and the way to the next. */
export function EnteredMetric({ metric: { id, name, entered }, year }: EnteredMetricProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { kind, unit, latest } = entered;
  return (
    <>
      <p className="metric-name">
        {name} {year}
      </p>
      {latest ? (
        <LatestFigure kind={kind} unit={unit} figure={latest} />
      ) : (
        <p className="metric-value">
          <span className="too-few">inget värde än</span>
        </p>
      )}
      <Buttons>
        <Button label={`Skriv in värde för ${name}`} onPress={() => setIsOpen(true)}>
          Skriv in värde
        </Button>
        {latest && <Link to={valuesPath(id)}>Se alla värden</Link>}
      </Buttons>
      <EnterDialog
        metric={{ id, name, year, ...entered }}
        latest={latest}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}

interface LatestFigureProps {
  kind: MetricKind;
  unit: string;
  figure: EnteredFigure;
}

function LatestFigure({ kind, unit, figure }: LatestFigureProps) {
  return (
    <>
      <p className="metric-value">{figureText(kind, figure) ?? <Hidden kind={kind} />}</p>
      <p>{unitText(kind, unit, figure)}</p>
      <p className="soft small">
        {periodText(figure)}. Källa: {figure.source}
      </p>
    </>
  );
}

/** A count that is hidden is small; of a part or a mean one is only told that it is of few people. */
export function Hidden({ kind }: { kind: MetricKind }) {
  return kind === 'COUNT' ? <TooFew /> : <span className="too-few">gäller för få för att visas</span>;
}
