import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answer, api } from '../api/client.ts';
import { BarList } from '../kit/bar-list.tsx';
import { Button } from '../kit/button.tsx';
import { dayOf } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { meanText, QUESTIONS, VARIANTS } from './evaluation-words.ts';

/** `/utvarderingar`: what children, guardians and staff thought of the year's meetings. */
export function EvaluationsPage() {
  const { role } = useActing();
  return role === 'SIP_COORDINATOR' || role === 'MANAGER' ? (
    <Evaluations mayHandOver={role === 'SIP_COORDINATOR'} />
  ) : (
    <NotYourPage />
  );
}

function Evaluations({ mayHandOver }: { mayHandOver: boolean }) {
  const [address] = useSearchParams();
  const asked = Number(address.get('ar'));
  const year = asked >= 2000 && asked <= thisYear() ? asked : thisYear();
  const query = useQuery({
    queryKey: ['evaluations', year],
    queryFn: () => answer(api.GET('/api/v1/evaluations', { params: { query: { year } } })),
  });
  const path = (to: number) => `/utvarderingar?ar=${to}`;
  return (
    <>
      <PageHeader
        title={`Utvärderingar ${year}`}
        lead="Vad de som var med tycker om mötena. Svaren är anonyma och visas fem i taget."
        actions={
          <>
            {mayHandOver && (
              <a className="button primary" href="/utvardering" target="_blank" rel="noreferrer">
                Lämna över utvärderingen
                <span className="visually-hidden"> (öppnas i en ny flik)</span>
              </a>
            )}
            <Link to={path(year - 1)} kind="secondary">
              Se {year - 1}
            </Link>
            {year < thisYear() && (
              <Link to={path(year + 1)} kind="secondary">
                Se {year + 1}
              </Link>
            )}
            <Button icon="print" onPress={() => window.print()}>
              Skriv ut
            </Button>
          </>
        }
      />
      <Loaded query={query}>
        {({ variants }) =>
          variants.map(({ variant, answers, means }) => (
            <Panel key={variant} title={VARIANTS[variant].plural}>
              {answers === 0 ? (
                <EmptyState title="För få svar för att visas">
                  Svaren visas när minst fem har svarat under året.
                </EmptyState>
              ) : (
                <BarList
                  caption={`${answers} svar. Medelvärde från 1 (inte alls) till 5 (helt).`}
                  head={{ label: 'Fråga', value: 'Medelvärde' }}
                  full={50}
                  bars={means.map(({ question, meanTenths }) => ({
                    id: question,
                    label: QUESTIONS.find(({ id }) => id === question)!.words[variant],
                    value: meanTenths,
                    text: meanText(meanTenths),
                  }))}
                />
              )}
            </Panel>
          ))
        }
      </Loaded>
    </>
  );
}

const thisYear = (): number => Number(dayOf(new Date()).slice(0, 4));
