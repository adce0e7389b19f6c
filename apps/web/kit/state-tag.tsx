import type { ReactNode } from 'react';

/** The shape tells the states apart for those who do not see the colours. */
const SHAPES = {
  draft: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.5 2.2" />,
  waiting: <circle cx="8" cy="8" r="5.5" />,
  active: <path d="M4 2.5v11l9-5.5z" />,
  done: <path d="M2.5 8.5l3.5 3.5 7.5-8" />,
  late: <path d="M8 2 1.5 13.5h13zM8 6.5v3M8 11.5v.01" />,
  stopped: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
};

export type StateTone = keyof typeof SHAPES;

export function StateTag({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`state-tag ${tone}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}
