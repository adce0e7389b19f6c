import type { ReactNode } from 'react';
import { DateText } from '../kit/date-text.tsx';
import { clockText, relativeWords } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import type { RequestRow, RequestState } from '../requests/request.ts';
import { freeWords, type SittingRow } from '../sittings/sitting.ts';

interface ToDoProps {
  /** Open questions, oldest first. */
  requests: RequestRow[];
  nextSitting: SittingRow | undefined;
}

/** What the coordinator does next, each line with the oldest that waits. */
export function ToDo({ requests, nextSitting }: ToDoProps) {
  const inState = (...states: RequestState[]) => requests.filter(({ state }) => states.includes(state));
  const fresh = inState('SUBMITTED', 'TRIAGE');
  const accepted = inState('ACCEPTED');
  const followedUp = inState('FEEDBACK_DONE');
  if (fresh.length + accepted.length + followedUp.length === 0 && !nextSitting) {
    return <EmptyState title="Inget väntar">Nya frågor kommer hit så snart de skickas in.</EmptyState>;
  }
  return (
    <ul className="to-do">
      {fresh[0] && (
        <Line
          what={fresh.length === 1 ? '1 ny fråga' : `${fresh.length} nya frågor`}
          note={<Waited requests={fresh} />}
          to={`/fragor/${fresh[0].id}`}
          verb={fresh.length === 1 ? 'Läs frågan' : 'Läs den äldsta'}
        />
      )}
      {accepted[0] && (
        <Line
          what={accepted.length === 1 ? '1 antagen fråga utan möte' : `${accepted.length} antagna frågor utan möte`}
          note={<Waited requests={accepted} />}
          to={`/fragor/${accepted[0].id}`}
          verb="Lägg på ett möte"
        />
      )}
      {nextSitting && (
        <Line
          what={`Nästa möte ${relativeWords(nextSitting.startsAt)} kl. ${clockText(nextSitting.startsAt)}`}
          note={`${nextSitting.questions === 1 ? '1 fråga' : `${nextSitting.questions} frågor`}, ${freeWords(nextSitting)}`}
          to={`/moten/${nextSitting.id}`}
          verb="Visa dagordningen"
        />
      )}
      {followedUp[0] && (
        <Line
          what={
            followedUp.length === 1
              ? '1 uppföljd fråga att avsluta'
              : `${followedUp.length} uppföljda frågor att avsluta`
          }
          to={`/fragor/${followedUp[0].id}`}
          verb="Läs hur det gick"
        />
      )}
    </ul>
  );
}

interface LineProps {
  what: string;
  note?: ReactNode;
  to: string;
  verb: string;
}

function Line({ what, note, to, verb }: LineProps) {
  return (
    <li>
      <div>
        <p className="to-do-what">{what}</p>
        {note && <p className="soft">{note}</p>}
      </div>
      <Link to={to} kind="secondary">
        {verb}
      </Link>
    </li>
  );
}

/** Since when the first of them has waited. */
function Waited({ requests: [first, ...others] }: { requests: RequestRow[] }) {
  if (!first?.submittedAt) return null;
  return (
    <>
      {others.length > 0 ? 'Den äldsta kom' : 'Kom'} <DateText value={first.submittedAt} lead="words" />
    </>
  );
}
