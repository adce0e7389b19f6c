import { type ReactNode, useId } from 'react';

interface PanelProps {
  title?: string;
  /** A link or a button that belongs to the whole panel. */
  action?: ReactNode;
  children: ReactNode;
}

/** One matter on a page, under its own heading. */
export function Panel({ title, action, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className="panel" aria-labelledby={title && titleId}>
      {title && (
        <header className="panel-head">
          <h2 id={titleId}>{title}</h2>
          {action}
        </header>
      )}
      {children}
    </section>
  );
}

/** Names and values, e.g. of a form that has been sent. */
export function Facts({ facts }: { facts: { name: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
