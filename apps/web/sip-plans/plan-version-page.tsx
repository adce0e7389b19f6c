import { useParams } from 'react-router';
import { CaseDoor } from '../cases/case-door.tsx';
import type { SipCase } from '../cases/case.ts';
import { pathOf } from '../cases/case-words.ts';
import { Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { NotFound } from '../shell/refusals.tsx';
import { paperPath, planPath, usePlanVersion } from './plan.ts';
import { PaperLink } from './paper-link.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { PlanText } from './plan-text.tsx';

/** `/arenden/:id/plan/:number`: a plan as it was confirmed. */
export function PlanVersionPage() {
  const { number = '' } = useParams();
  if (!/^[1-9]\d{0,3}$/.test(number)) return <NotFound />;
  return <CaseDoor>{(sipCase) => <Version key={number} sipCase={sipCase} number={Number(number)} />}</CaseDoor>;
}

function Version({ sipCase, number }: { sipCase: SipCase; number: number }) {
  const { id, reference } = sipCase;
  return (
    <Loaded query={usePlanVersion(id, number)} page>
      {(plan) => (
        <>
          <PageHeader
            title={`Plan ${number}, ${reference}`}
            back={{ to: pathOf(id, 'plan'), name: `Ärende ${reference}` }}
            actions={
              <Buttons>
                <PaperLink to={paperPath(id, number, 'full')}>Skriv ut för underskrift</PaperLink>
                <Link to={`${planPath(id, number)}/barnet`} kind="secondary">
                  Barnets version
                </Link>
                {number === sipCase.planNumber && (
                  <Link to={pathOf(id, 'utlamnat')} kind="secondary">
                    Lämna ut
                  </Link>
                )}
              </Buttons>
            }
          />
          <Panel title="Planen">
            <Facts
              facts={[
                { name: 'Barnet', value: sipCase.child.name },
                { name: 'Fastställd', value: <DateText value={plan.confirmedOn} /> },
                { name: 'Fastställd av', value: plan.confirmedBy },
                { name: 'Lagrum', value: plan.legalReference },
              ]}
            />
          </Panel>
          {number > 1 && <PlanChanges caseId={id} number={number} />}
          <PlanText content={plan.content} units={plan.units} />
        </>
      )}
    </Loaded>
  );
}
