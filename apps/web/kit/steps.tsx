import { Icon } from './icon.tsx';

interface StepsProps {
  label: string;
  steps: { id: string; name: string; note?: string }[];
  /** The step that is going on; those before it are done. `null` when all are. */
  current: string | null;
}

/** How far something has come. */
export function Steps({ label, steps, current }: StepsProps) {
  const position = current === null ? steps.length : steps.findIndex(({ id }) => id === current);
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ id, name, note }, index) => (
        <li
          key={id}
          className={index < position ? 'done' : index === position ? 'current' : 'ahead'}
          aria-current={index === position ? 'step' : undefined}
        >
          <span className="step-mark" aria-hidden="true">
            {index < position ? <Icon name="tick" /> : index + 1}
          </span>
          <span>
            <span className="step-name">{name}</span>
            {index < position && <span className="visually-hidden"> (klart)</span>}
            {note && <span className="step-note">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
