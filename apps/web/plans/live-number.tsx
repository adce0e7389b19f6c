import { useState } from 'react';

/** A number that may change while one looks: it lights up briefly, and is said when the screen reader pauses. */
export function LiveNumber({ name, value }: { name: string; value: number }) {
  const [first] = useState(value);
  const changed = value !== first;
  return (
    <>
      <span key={value} className={changed ? 'live-number changed' : 'live-number'}>
        {value.toLocaleString('sv-SE')}
      </span>
      <span role="status" className="visually-hidden">
        {changed && `${name}: nu ${value.toLocaleString('sv-SE')}`}
      </span>
    </>
  );
}
