import { Link as RouterLink } from 'react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { usePlans } from './plan.ts';

/** The manager's start page. */
export function MyPlans() {
  return (
    <>
      <PageHeader title="Handlingsplaner" lead="Mål och aktiviteter, och siffror som räknas ur det som har hänt." />
      <Panel>
        <Loaded query={usePlans()}>
          {({ plans }) =>
            plans.length === 0 ? (
              <EmptyState title="Inga handlingsplaner">
                Här visas närområdets handlingsplaner när de har lagts in.
              </EmptyState>
            ) : (
              <ul className="rows">
                {plans.map(({ id, name, body, year }) => (
                  <li key={id}>
                    <RouterLink to={`/planer/${id}`} className="row-link">
                      <span>
                        <span className="row-name">{name}</span>
                        <span className="row-more">
                          {body}, {year}
                        </span>
                      </span>
                      <Icon name="right" />
                    </RouterLink>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
