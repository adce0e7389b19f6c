import { dateText } from '../kit/date-words.ts';
import { Panel } from '../kit/panel.tsx';
import { DECISIONS, GOAL_RESULTS, INTERVENTION_RESULTS } from '../sip-meetings/follow-up-words.ts';
import type { CaseFile } from './case-file.ts';
import { Lines } from './paper.tsx';

/** How each plan went, goal by goal and intervention by intervention. */
export function FollowUpParts({ followUps: { followUps } }: { followUps: CaseFile['followUps'] }) {
  return followUps.map(({ id, planNumber, heldOn, decision, byName, goals, interventions }) => (
    <Panel key={id} title={`Uppföljning av plan ${planNumber}`}>
      <p>
        {dateText(heldOn)}, {byName}. {DECISIONS[decision]}.
      </p>
      <Lines
        lines={[
          ...goals.map((goal) => ({
            id: `goal ${goal.id}`,
            text: <Result text={goal.text} result={goal.result && GOAL_RESULTS[goal.result]} note={goal.note} />,
          })),
          ...interventions.map(({ id: part, text, result, why }) => ({
            id: `intervention ${part}`,
            text: <Result text={text} result={result && INTERVENTION_RESULTS[result]} note={why} />,
          })),
        ]}
      />
    </Panel>
  ));
}

const Result = ({ text, result, note }: { text: string; result: string | undefined; note: string | undefined }) => (
  <>
    {text}
    <span className="second-line">
      {result ?? 'Inget svar'}
      {note && `: ${note}`}
    </span>
  </>
);
