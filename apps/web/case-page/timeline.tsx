import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';
import { clockText, dateText, relativeWords } from '../kit/date-words.ts';
import { PURPOSES } from '../consents/consent-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { eventWords } from '../log/event-words.ts';
import { caseKey, type CaseRoleName, type SipCase } from '../cases/case.ts';
import { ROLES } from '../cases/case-words.ts';

type TimelineEvent = components['schemas']['TimelineEvent'];

const PAGE_SIZE = 20;

/** What has happened in the case, newest first, as the log has it. */
export function Timeline({ sipCase }: { sipCase: SipCase }) {
  const { id } = sipCase;
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: [...caseKey(id), 'timeline', page],
    queryFn: () =>
      answer(api.GET('/api/v1/cases/{id}/timeline', { params: { path: { id }, query: { page, limit: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="Händelser">
      <Loaded query={query}>
        {({ events, total }) =>
          events.length === 0 ? (
            <EmptyState />
          ) : (
            <>
              <ol className="timeline">
                {events.map((event) => (
                  <Event key={event.id} event={event} sipCase={sipCase} />
                ))}
              </ol>
              <Pager page={page} limit={PAGE_SIZE} total={total} onPage={setPage} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Event({ event: { type, at, byName, facts }, sipCase }: { event: TimelineEvent; sipCase: SipCase }) {
  const about = aboutWords(facts, sipCase);
  return (
    <li>
      <p>
        {eventWords(type)}
        {about && `: ${about}`}
      </p>
      <p className="soft">
        <time dateTime={at}>
          {dateText(at)} kl. {clockText(at)} ({relativeWords(at)})
        </time>
        , {byName ?? 'Samordna'}
      </p>
    </li>
  );
}

/** Which unit, role, offer or question to the family an event is about, where the log says. */
function aboutWords(
  { unit, role, purpose, offerLapsed }: Record<string, unknown>,
  { parties }: SipCase,
): string | undefined {
  if (offerLapsed) return 'erbjudandet att ta över ärendet upphörde';
  if (typeof role === 'string') return ROLES[role as CaseRoleName] ?? role;
  if (purpose === 'PLAN' || purpose === 'DISCLOSURE') return PURPOSES[purpose].name.toLowerCase();
  return parties.find((party) => party.unit.id === unit)?.unit.name;
}
