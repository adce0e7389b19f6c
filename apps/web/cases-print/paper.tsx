import type { ReactNode } from 'react';
import { Panel } from '../kit/panel.tsx';

type Named = [name: string, value: string | undefined];

/** What has been written: a fact without a value is left out. */
export const written = (facts: Named[]): { name: string; value: string }[] =>
  facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));

/** Short facts, several on a line. */
function ShortFacts({ facts }: { facts: Named[] }) {
  return (
    <dl className="a4-facts">
      {written(facts).map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Short facts, and below them what takes more room. */
export function Sheet({ title, facts, children }: { title: string; facts: Named[]; children?: ReactNode }) {
  return (
    <Panel title={title}>
      <div className="form">
        <ShortFacts facts={facts} />
        {children}
      </div>
    </Panel>
  );
}

/** One line for each thing: a paper has no room for tables that become cards. */
export function Lines({ lines }: { lines: { id: string; text: ReactNode }[] }) {
  return (
    <ul className="prose">
      {lines.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}

/** `a, b, c`, without what is not there. */
export const together = (words: (string | false | undefined)[]): string => words.filter(Boolean).join(', ');
