import { useSearchParams } from 'react-router';
import { useLiveCount } from '../api/live.ts';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { CASE_KIND, CASE_LISTS_KEY, type CaseList, useCases } from './case.ts';
import { CaseTable } from './case-table.tsx';

const PAGE_SIZE = 20;

interface ListWords {
  /** As the address has it: `/arenden?visa=sena`. */
  slug: string;
  name: string;
  empty: string;
  hint: string;
}

export const CASE_LIST_WORDS: Record<CaseList, ListWords> = {
  OPEN: { slug: 'alla', name: 'Pågående', empty: 'Inga pågående ärenden', hint: 'Enhetens ärenden kommer hit.' },
  MINE: { slug: 'mina', name: 'Mina', empty: 'Du har inga ärenden', hint: 'Ärenden som du är samordnare för.' },
  LATE: { slug: 'sena', name: 'För sena', empty: 'Inget är för sent', hint: 'Ärenden där en tid har passerat.' },
  SOON: {
    slug: 'snart',
    name: 'Inom sju dagar',
    empty: 'Inget går ut inom sju dagar',
    hint: 'Tider som snart går ut.',
  },
  CONSENT: {
    slug: 'samtycke',
    name: 'Väntar på samtycke',
    empty: 'Inget väntar på samtycke',
    hint: 'Någon har inte svarat än.',
  },
  ENDED: { slug: 'avslutade', name: 'Avslutade', empty: 'Inga avslutade ärenden', hint: 'De finns kvar att läsa här.' },
};

const LISTS = Object.keys(CASE_LIST_WORDS) as CaseList[];

export const listPath = (list: CaseList): string => `/arenden?visa=${CASE_LIST_WORDS[list].slug}`;

/** `/arenden`: the unit's cases. Which list and which page stand in the address, so that Back leads back to it. */
export function CaseLists() {
  return useActing().role === 'SIP_COORDINATOR' ? <Lists /> : <NotYourPage />;
}

function Lists() {
  const { count, show } = useLiveCount([CASE_KIND], CASE_LISTS_KEY);
  const [address, setAddress] = useSearchParams();
  const selected = LISTS.find((list) => CASE_LIST_WORDS[list].slug === address.get('visa')) ?? 'OPEN';
  const page = Math.max(1, Number(address.get('sida')) || 1);
  const go = (list: CaseList, to = 1) =>
    setAddress({ visa: CASE_LIST_WORDS[list].slug, ...(to > 1 && { sida: String(to) }) });

  return (
    <>
      <PageHeader
        title="Ärenden"
        lead="Enhetens SIP-ärenden, det som ska vara klart först överst."
        actions={
          <>
            <Link to="/arenden/nytt" kind="primary" icon="plus">
              Nytt ärende
            </Link>
            <Button icon="print" onPress={() => window.print()}>
              Skriv ut
            </Button>
          </>
        }
      />
      <Panel>
        <LiveNotice count={count} onShow={show} />
        <Tabs
          label="Vilka ärenden"
          selected={selected}
          onSelect={(id) => go(id as CaseList)}
          tabs={LISTS.map((list) => ({
            id: list,
            name: CASE_LIST_WORDS[list].name,
            content: <CasePage list={list} page={page} onPage={(to) => go(list, to)} />,
          }))}
        />
      </Panel>
    </>
  );
}

interface CasePageProps {
  list: CaseList;
  page: number;
  onPage: (page: number) => void;
}

function CasePage({ list, page, onPage }: CasePageProps) {
  const { name, empty, hint } = CASE_LIST_WORDS[list];
  return (
    <Loaded query={useCases(list, page, PAGE_SIZE)}>
      {({ cases, total, limit }) =>
        cases.length === 0 ? (
          <EmptyState title={empty}>{hint}</EmptyState>
        ) : (
          <>
            <CaseTable caption={`Ärenden: ${name}`} cases={cases} mine={list === 'MINE'} ended={list === 'ENDED'} />
            <Pager page={page} limit={limit} total={total} onPage={onPage} />
          </>
        )
      }
    </Loaded>
  );
}
