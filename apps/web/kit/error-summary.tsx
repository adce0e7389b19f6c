import { useEffect, useRef } from 'react';
import type { Problem } from '../api/problem.ts';
import { fieldId, focusField } from './field.tsx';
import { Icon } from './icon.tsx';

/** Why the form was refused, before the form: takes the focus, and each line leads to its field. */
export function ErrorSummary({ problem }: { problem: Problem | null }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);

  if (!problem) return null;
  return (
    <div className="notice stop error-summary" role="alert" tabIndex={-1} ref={summary}>
      <Icon name="stop" />
      <div>
        <h2 className="notice-title">{titleOf(problem)}</h2>
        {problem.detail && !isOnlyTheFault(problem) && <p>{problem.detail}</p>}
        <FieldLinks faults={problem.errors} />
      </div>
    </div>
  );
}

/** What is wrong or missing, each line leading to its field. */
export function FieldLinks({ faults }: { faults: { field: string; message: string }[] }) {
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <a
            href={`#${fieldId(field)}`}
            onClick={(event) => {
              event.preventDefault();
              focusField(field);
            }}
          >
            {message}
          </a>
        </li>
      ))}
    </ul>
  );
}

const titleOf = ({ type, title, errors }: Problem): string =>
  type.endsWith('invalid-fields') && errors.length === 1 ? 'Ett fält behöver rättas' : title;

/** With a single fault the detail often says the same: once is enough. */
function isOnlyTheFault({ detail, errors }: Problem): boolean {
  return errors.length === 1 && errors[0]!.message === detail;
}
