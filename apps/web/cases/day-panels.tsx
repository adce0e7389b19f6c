import type { ReactNode } from 'react';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Link } from '../kit/link.tsx';
import { Notice } from '../kit/notice.tsx';
import { Panel } from '../kit/panel.tsx';
import { clockText, dayOf, dayText, relativeWords } from '../kit/date-words.ts';
import type { CaseList, CaseRow, Day, DayMeeting } from './case.ts';
import { listPath } from './case-list.tsx';
import { CaseTable } from './case-table.tsx';
import { childWords, consentLackOn, endsConsent, nextStepOf, pathOf } from './case-words.ts';

interface DayPanelsProps {
  day: Day;
  /** What else waits for the coordinator today: before the long list. */
  children: ReactNode;
}

/** The cases of the coordinator's day: what is late first, and nothing at all of what is not there. */
export function DayPanels({ day: { counts, late, work, meetings, offers, left }, children }: DayPanelsProps) {
  return (
    <>
      {late.length > 0 && <Late cases={late} total={counts.late} />}
      <Counts counts={counts} />
      {offers.length > 0 && <Offers cases={offers} />}
      {left.length > 0 && <Left cases={left} />}
      {meetings.length > 0 && <Meetings meetings={meetings} />}
      {children}
      <Work cases={work} mine={counts.mine} />
    </>
  );
}

function Late({ cases, total }: { cases: CaseRow[]; total: number }) {
  return (
    <Panel
      title={total === 1 ? 'En tid har passerat' : `${total} tider har passerat`}
      action={total > cases.length && <Link to={listPath('LATE')}>Visa alla</Link>}
    >
      <ul className="to-do">
        {cases.map((row) => (
          <CaseLine key={row.id} row={row}>
            {endsConsent(row) ? 'Samtycke saknas, fanns senast' : 'Skulle varit klart'}{' '}
            {row.nextDueOn && <DateText value={row.nextDueOn} lead="words" />}. {row.coordinatorName}
          </CaseLine>
        ))}
      </ul>
    </Panel>
  );
}

function Counts({ counts }: { counts: Day['counts'] }) {
  const shown: { list: CaseList; count: number; name: string }[] = [
    { list: 'LATE', count: counts.late, name: 'för sena' },
    { list: 'SOON', count: counts.soon, name: 'går ut inom sju dagar' },
    { list: 'CONSENT', count: counts.consent, name: 'väntar på samtycke' },
    { list: 'MINE', count: counts.mine, name: 'är mina' },
  ];
  return (
    <nav className="counts" aria-label="Ärenden i korthet">
      {shown.map(({ list, count, name }) => (
        <Link key={list} to={listPath(list)}>
          <span className="count">{count}</span> {name}
        </Link>
      ))}
    </nav>
  );
}

function Offers({ cases }: { cases: CaseRow[] }) {
  return (
    <Notice
      tone="info"
      title={cases.length === 1 ? 'Du är erbjuden att ta över ett ärende' : `Du är erbjuden ${cases.length} ärenden`}
    >
      <ul>
        {cases.map((row) => (
          <li key={row.id}>
            <Link to={pathOf(row.id)}>
              Svara om <span className="reference">{row.reference}</span>
            </Link>
            , {childWords(row)}, från {row.coordinatorName}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Left({ cases }: { cases: CaseRow[] }) {
  return (
    <Panel title="Utan samordnare">
      <ul className="to-do">
        {cases.map((row) => (
          <li key={row.id}>
            <div>
              <p className="to-do-what">
                <span className="reference">{row.reference}</span>, {childWords(row)}
              </p>
              <p className="soft">{row.coordinatorName} har slutat som samordnare.</p>
            </div>
            <Link to={pathOf(row.id)} kind="secondary">
              Öppna och ta över
              <span className="visually-hidden">, {row.reference}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Work({ cases, mine }: { cases: CaseRow[]; mine: number }) {
  return (
    <Panel title="Mina ärenden" action={mine > cases.length && <Link to={listPath('MINE')}>Visa alla {mine}</Link>}>
      {cases.length === 0 ? (
        <EmptyState
          title={mine > 0 ? 'Alla dina ärenden är för sena' : 'Du har inga ärenden'}
          action={
            mine === 0 && (
              <Link to="/arenden/nytt" kind="secondary" icon="plus">
                Nytt ärende
              </Link>
            )
          }
        >
          {mine === 0 && 'Ärenden som du är samordnare för kommer hit.'}
        </EmptyState>
      ) : (
        <CaseTable caption="Mina ärenden, det som ska vara klart först överst" cases={cases} mine />
      )}
    </Panel>
  );
}

function Meetings({ meetings }: { meetings: DayMeeting[] }) {
  return (
    <Panel title="SIP-möten den närmaste veckan">
      <ul className="to-do">
        {meetings.map(({ id, kind, startsAt, minutes, case: row }) => (
          <li key={id}>
            <div>
              <p className="to-do-what">
                {relativeWords(startsAt)} kl. {clockText(startsAt)}
                <span className="soft">, {minutes} minuter</span>
              </p>
              <p className="soft">
                {dayText(startsAt)}, {kind === 'FIRST' ? 'första mötet' : 'uppföljning'},{' '}
                <span className="reference">{row.reference}</span>, {childWords(row)}
              </p>
              <ConsentLack row={row} day={dayOf(startsAt)} />
            </div>
            <Link to={`/arenden/${row.id}/moten/${id}`} kind="secondary">
              Visa mötet
              <span className="visually-hidden">, {row.reference}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ConsentLack({ row, day }: { row: CaseRow; day: string }) {
  const lack = consentLackOn(row, day);
  if (!lack) return null;
  return (
    <p className="due late">
      <Icon name="warning" />
      <Link to={pathOf(row.id, 'samtycken')}>
        {lack}
        <span className="visually-hidden">, {row.reference}</span>
      </Link>
    </p>
  );
}

function CaseLine({ row, children }: { row: CaseRow; children: ReactNode }) {
  const next = nextStepOf(row);
  return (
    <li>
      <div>
        <p className="to-do-what">
          <Link to={pathOf(row.id)}>
            <span className="reference">{row.reference}</span>
          </Link>
          , {childWords(row)}
        </p>
        <p className="soft">{children}</p>
      </div>
      {next && (
        <Link to={next.to} kind="secondary">
          {next.verb}
          <span className="visually-hidden">, {row.reference}</span>
        </Link>
      )}
    </li>
  );
}
