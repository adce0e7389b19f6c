import { useParams } from 'react-router';
import { CaseDoor } from '../cases/case-door.tsx';
import type { SipCase } from '../cases/case.ts';
import { dateText } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { NotFound } from '../shell/refusals.tsx';
import { PaperLink } from './paper-link.tsx';
import { paperPath, planPath, type PlanVersion, unitName, usePlanVersion } from './plan.ts';

/** `/arenden/:id/plan/:number/barnet`: the plan in words for the child. */
export function ChildsPlanPage() {
  const { number = '' } = useParams();
  if (!/^[1-9]\d{0,3}$/.test(number)) return <NotFound />;
  return <CaseDoor>{(sipCase) => <ChildsVersion sipCase={sipCase} number={Number(number)} />}</CaseDoor>;
}

function ChildsVersion({ sipCase, number }: { sipCase: SipCase; number: number }) {
  const { id } = sipCase;
  return (
    <Loaded query={usePlanVersion(id, number)} page>
      {(plan) => (
        <>
          <PageHeader
            title="Min plan"
            back={{ to: planPath(id, number), name: `Plan ${number}` }}
            actions={<PaperLink to={paperPath(id, number, 'child')}>Skriv ut till barnet</PaperLink>}
          />
          <div className="childs-plan">
            <ForTheChild plan={plan} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function ForTheChild({ plan: { content, units } }: { plan: PlanVersion }) {
  const { childsWords, childVersion, interventions, measuresByOthers, followUpOn } = content;
  const helpers = [...new Set(interventions.flatMap(({ unitId }) => unitId ?? []))];
  return (
    <>
      {childsWords && <Said title="Det här har du sagt" text={childsWords} />}
      {childVersion && <Said title="Så här ska vi göra" text={childVersion} />}
      <Panel title="Vem hjälper dig med vad">
        <dl className="facts">
          {helpers.map((helper) => (
            <div key={helper}>
              <dt>{unitName(units, helper)}</dt>
              {interventions
                .filter(({ unitId }) => unitId === helper)
                .map(({ id, text }) => (
                  <dd key={id}>{text}</dd>
                ))}
            </div>
          ))}
        </dl>
      </Panel>
      {measuresByOthers && <Said title="Andra som hjälper till" text={measuresByOthers} />}
      {followUpOn && (
        <Said
          title="När vi ses igen"
          text={`${dateText(followUpOn)}. Den som bjuder in är ${unitName(units, content.followUpCalledByUnitId)}.`}
        />
      )}
    </>
  );
}

const Said = ({ title, text }: { title: string; text: string }) => (
  <Panel title={title}>
    <p className="written">{text}</p>
  </Panel>
);
