import { Link, useLocation } from 'react-router';
import { Icon } from '../kit/icon.tsx';
import { entryOf, type Entry } from './navigation.ts';

/** So many entries stand in the row on a narrow screen; those after them open under "Mer". */
const IN_THE_ROW = 3;

/**
 * The menu, in one row. The browser's own popover closes on Esc and on a press beside it, and gives the focus back; on a wide
 * screen it is no popover but the end of the row (shell.css).
 */
export function SiteMenu({ entries }: { entries: Entry[] }) {
  const { pathname } = useLocation();
  const current = entryOf(entries, pathname);
  const rest = entries.slice(IN_THE_ROW);
  return (
    <nav className="site-nav" aria-label="Huvudmeny">
      <Entries entries={entries.slice(0, IN_THE_ROW)} current={current} />
      {rest.length > 0 && (
        <>
          <button
            type="button"
            className="site-nav-more"
            popoverTarget="mer"
            aria-current={rest.some((entry) => entry === current)}
          >
            Mer
            <Icon name="down" />
          </button>
          <div popover="auto" id="mer">
            <Entries entries={rest} current={current} />
          </div>
        </>
      )}
    </nav>
  );
}

function Entries({ entries, current }: { entries: Entry[]; current: Entry | undefined }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link
            to={entry.to}
            aria-current={entry === current ? 'page' : undefined}
            onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
          >
            {entry.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
