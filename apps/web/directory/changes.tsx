import type { Change } from './agreement-changes.ts';

/** What a version changes, each field with what stood there before. */
export function Changes({ changes }: { changes: Change[] }) {
  return (
    <ul className="rows changes">
      {changes.map(({ name, before, after }) => (
        <li key={`${name} ${before} ${after}`}>
          <span className="row-name">{name}</span>
          {before ? (
            <>
              <del>
                <span className="visually-hidden">Förut: </span>
                {before}
              </del>{' '}
              <ins>
                <span className="visually-hidden">Nu: </span>
                {after || 'Tomt'}
              </ins>
            </>
          ) : (
            <ins>Ny: {after}</ins>
          )}
        </li>
      ))}
    </ul>
  );
}
