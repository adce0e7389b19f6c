import { useLiveCount } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import { CASE_KIND, DAY_KEY, useDay } from '../cases/case.ts';
import { DayPanels } from '../cases/day-panels.tsx';
import { Link } from '../kit/link.tsx';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { REQUEST_LISTS_KEY, SITTINGS_KEY, useRequests } from '../requests/request.ts';
import { SITTING_KINDS, useSittings } from '../sittings/sitting.ts';
import { TRANSITIONS_KEY } from '../trackers/tracker.ts';
import { TransitionsPanel } from '../trackers/transitions-panel.tsx';
import { AllRequests, OpenRequests } from './request-table.tsx';
import { ToDo } from './to-do.tsx';

/** All open questions of an area on one page, so that they can be put in any order. */
const OPEN_PAGE_SIZE = 100;

/** The coordinator's start page: what is late and what to do first, then the cases and the questions to the consultation team. */
export function MyDay() {
  const day = useDay();
  const open = useRequests('OPEN', 1, OPEN_PAGE_SIZE);
  const sittings = useSittings('COMING');
  const { count, show } = useLiveCount([CASE_KIND, 'assignment', ...SITTING_KINDS], DAY_KEY);

  function showAll() {
    show();
    for (const queryKey of [REQUEST_LISTS_KEY, SITTINGS_KEY, TRANSITIONS_KEY])
      void queryClient.invalidateQueries({ queryKey });
  }

  return (
    <>
      <PageHeader
        title="Min dag"
        lead="Det som väntar på dig, det som är näst på tur och alla frågor i närområdet."
        actions={
          <Link to="/arenden/nytt" kind="primary" icon="plus">
            Nytt ärende
          </Link>
        }
      />
      <LiveNotice count={count} onShow={showAll} />
      <Loaded query={day}>
        {(read) => (
          <DayPanels day={read}>
            <TransitionsPanel />
            <Panel title="Konsultationer att göra">
              <Loaded query={open}>
                {({ requests }) => (
                  <Loaded query={sittings}>
                    {({ sittings: coming }) => <ToDo requests={requests} nextSitting={coming[0]} />}
                  </Loaded>
                )}
              </Loaded>
            </Panel>
          </DayPanels>
        )}
      </Loaded>
      <Panel title="Frågor till konsultationsteamet">
        <Tabs
          label="Vilka frågor"
          tabs={[
            {
              id: 'OPEN',
              name: 'Pågående',
              content: <Loaded query={open}>{(page) => <OpenRequests {...page} />}</Loaded>,
            },
            { id: 'ALL', name: 'Alla', content: <AllRequests /> },
          ]}
        />
      </Panel>
    </>
  );
}
