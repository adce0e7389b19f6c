import { useLiveCount } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { REQUEST_LISTS_KEY, useRequests } from '../requests/request.ts';
import { SITTING_KINDS, SITTINGS_KEY, useSittings } from '../sittings/sitting.ts';
import { AllRequests, OpenRequests } from './request-table.tsx';
import { ToDo } from './to-do.tsx';

/** All open questions of an area on one page, so that they can be put in any order. */
const OPEN_PAGE_SIZE = 100;

/** The coordinator's start page: what waits, what is next, and every open question. */
export function MyDay() {
  const open = useRequests('OPEN', 1, OPEN_PAGE_SIZE);
  const sittings = useSittings('COMING');
  const { count, show } = useLiveCount(SITTING_KINDS, REQUEST_LISTS_KEY);

  function showAll() {
    show();
    void queryClient.invalidateQueries({ queryKey: SITTINGS_KEY });
  }

  return (
    <>
      <PageHeader title="Min dag" lead="Det som väntar på dig, det som är näst på tur och alla frågor i närområdet." />
      <LiveNotice count={count} onShow={showAll} />
      <Panel title="Att göra">
        <Loaded query={open}>
          {({ requests }) => (
            <Loaded query={sittings}>
              {({ sittings: coming }) => <ToDo requests={requests} nextSitting={coming[0]} />}
            </Loaded>
          )}
        </Loaded>
      </Panel>
      <Panel title="Frågor">
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
