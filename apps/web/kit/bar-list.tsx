import type { ReactNode } from 'react';

interface BarListProps {
  caption: string;
  /** What is counted, e.g. "Tema" and "Antal". */
  head: { label: string; value: string };
  /** `value: null` is a suppressed figure: it has no bar, and `text` says why. */
  bars: { id: string; label: ReactNode; value: number | null; text?: string }[];
  /** What a whole bar stands for, on a scale that has an end; otherwise the greatest figure. */
  full?: number;
}

/** A bar chart that is its own data table: each row has its name, its bar and its figure. */
export function BarList({ caption, head, bars, full }: BarListProps) {
  const longest = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <table className="bar-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head.label}</th>
          <th scope="col" className="end">
            {head.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ id, label, value, text }) => (
          <tr key={id}>
            <th scope="row">
              {label}
              <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect className="bar-track" width="100" height="10" />
                {value !== null && <rect className="bar-fill" width={(100 * value) / longest} height="10" />}
              </svg>
            </th>
            <td className="end">{text ?? value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
