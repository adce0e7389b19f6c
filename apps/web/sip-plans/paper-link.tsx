import type { ReactNode } from 'react';
import { Icon } from '../kit/icon.tsx';

/** A paper (PDF) from the API, in a window of its own so that the page stays. */
export function PaperLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className="button secondary" href={to} target="_blank" rel="noreferrer">
      <Icon name="print" />
      <span>
        {children}
        <span className="visually-hidden"> (PDF, öppnas i ett nytt fönster)</span>
      </span>
    </a>
  );
}
