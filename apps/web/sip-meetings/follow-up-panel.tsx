import type { SipCase } from '../cases/case.ts';
import { useAgreement } from '../agreement/use-agreement.ts';
import { Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { DeviationsPanel } from './deviations-panel.tsx';
import { type FollowedGoal, type FollowUp, type FollowUps, useFollowUps } from './follow-up.ts';
import { DECISIONS, GOAL_RESULTS, INTERVENTION_RESULTS } from './follow-up-words.ts';

/** How it has gone: each follow-up, how the case ended, and what went wrong between the parties. */
export function FollowUpPanel({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <Loaded query={useFollowUps(sipCase.id)}>{(view) => <OpenFollowUps view={view} />}</Loaded>
      <DeviationsPanel sipCase={sipCase} />
    </>
  );
}

function OpenFollowUps({ view }: { view: FollowUps }) {
  const { caseId, plan, followUps, closing, mayFollowUp, mayClose } = view;
  const latest = followUps.find(({ planNumber }) => planNumber === plan?.planNumber);
  const isEnding = latest?.decision === 'CLOSE';
  return (
    <>
      {closing && <Closing closing={closing} />}
      {(followUps.length === 0 || mayFollowUp || mayClose) && (
        <Panel title="Uppföljning">
          {followUps.length === 0 && <NothingYet view={view} />}
          {mayFollowUp && plan && (
            <p>
              Plan {plan.planNumber} ska följas upp <DateText value={plan.dueOn} weekday />.
            </p>
          )}
          {latest && !mayFollowUp && mayClose && (
            <p>
              Plan {latest.planNumber} är uppföljd.{' '}
              {isEnding ? 'Ni har bestämt att avsluta ärendet.' : 'Skriv den nya planen, eller avsluta ärendet.'}
            </p>
          )}
          {(mayFollowUp || mayClose) && (
            <Buttons>
              {mayFollowUp && (
                <Link to={`/arenden/${caseId}/uppfoljning`} kind="primary">
                  Följ upp planen
                </Link>
              )}
              {mayClose && (
                <Link to={`/arenden/${caseId}/avslut`} kind="secondary">
                  Avsluta ärendet
                </Link>
              )}
            </Buttons>
          )}
        </Panel>
      )}
      {followUps.map((followUp) => (
        <OneFollowUp key={followUp.id} followUp={followUp} />
      ))}
    </>
  );
}

function NothingYet({ view: { plan } }: { view: FollowUps }) {
  if (plan) return null;
  return <EmptyState title="Ingen uppföljning än">Planen följs upp när den är fastställd.</EmptyState>;
}

function OneFollowUp({ followUp }: { followUp: FollowUp }) {
  const { planNumber, heldOn, byName, decision, goals, interventions } = followUp;
  return (
    <Panel title={`Så gick det med plan ${planNumber}`}>
      <Facts
        facts={[
          { name: 'Följdes upp', value: <DateText value={heldOn} /> },
          { name: 'Antecknat av', value: byName },
          { name: 'Beslut', value: DECISIONS[decision] },
          ...goalFacts(goals),
          ...interventions.map(({ text, result, why }) => ({
            name: `Insats: ${text}`,
            value: [result && INTERVENTION_RESULTS[result], why].filter(Boolean).join('. '),
          })),
        ]}
      />
    </Panel>
  );
}

function Closing({ closing }: { closing: NonNullable<FollowUps['closing']> }) {
  const { endedOn, reason, withFamily, note, goals } = closing;
  const reasons = useAgreement().content?.sip.closingReasons ?? [];
  return (
    <Panel title="Ärendet är avslutat">
      <Facts
        facts={[
          { name: 'Avslutat', value: <DateText value={endedOn} /> },
          { name: 'Skäl', value: reasons.find(({ code }) => code === reason)?.name ?? reason },
          { name: 'Med familjen', value: withFamily ? 'Ja' : 'Nej' },
          ...(note ? [{ name: 'Kommentar', value: note }] : []),
          ...goalFacts(goals),
        ]}
      />
    </Panel>
  );
}

const goalFacts = (goals: FollowedGoal[]) =>
  goals.map(({ text, result, note }) => ({
    name: `Mål: ${text}`,
    value: [result && GOAL_RESULTS[result], note].filter(Boolean).join('. '),
  }));
