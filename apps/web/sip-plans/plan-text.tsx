import type { ReactNode } from 'react';
import { dateText } from '../kit/date-words.ts';
import { Facts, Panel } from '../kit/panel.tsx';
import { answering, type PlanContent, type PlanUnit, unitName } from './plan.ts';

/** A whole plan to read, in the order that it is spoken of: the child first. */
export function PlanText({ content, units }: { content: PlanContent; units: PlanUnit[] }) {
  const { needs, goals, interventions, lead, followUpOn, familyAgrees } = content;
  const textOf = (rows: readonly { id: string; text: string }[], id: string | undefined) =>
    rows.find((row) => row.id === id)?.text;
  return (
    <>
      <Panel title="Vad är viktigt?">
        <Facts
          facts={[
            { name: 'Barnets egna ord', value: content.childsWords },
            ...(content.guardiansWords ? [{ name: 'Vårdnadshavarnas egna ord', value: content.guardiansWords }] : []),
          ]}
        />
      </Panel>
      <Panel title="Behov">
        <Rows>
          {needs.map(({ id, text }) => (
            <Row key={id} text={text} />
          ))}
        </Rows>
      </Panel>
      <Panel title="Mål">
        <Rows>
          {goals.map(({ id, text, term, targetState, needId }) => (
            <Row
              key={id}
              text={text}
              more={[
                term === 'SHORT' ? 'På kort sikt' : 'På lång sikt',
                targetState && `Nått när: ${targetState}`,
                needId && `Behov: ${textOf(needs, needId)}`,
              ]}
            />
          ))}
        </Rows>
      </Panel>
      <Panel title="Insatser">
        <Rows>
          {interventions.map(({ id, text, unitId, startOn, dueOn, goalId }) => (
            <Row
              key={id}
              text={text}
              more={[
                `Ansvarar: ${answering(units, unitId)}`,
                startOn && `Börjar ${dateText(startOn)}`,
                dueOn && `Klart senast ${dateText(dueOn)}`,
                goalId && `Leder till: ${textOf(goals, goalId)}`,
              ]}
            />
          ))}
        </Rows>
      </Panel>
      <Panel title="Ansvar och uppföljning">
        <Facts
          facts={[
            {
              name: 'Åtgärder av någon annan än kommunen och regionen',
              value: content.noMeasuresByOthers ? 'Inga' : content.measuresByOthers,
            },
            { name: 'Övergripande ansvar', value: together([answering(units, lead.unitId), lead.person]) },
            {
              name: 'Uppföljning',
              value: together([
                followUpOn && dateText(followUpOn),
                `kallar: ${unitName(units, content.followUpCalledByUnitId)}`,
              ]),
            },
            { name: 'Är familjen överens?', value: familyAgrees ? 'Ja' : 'Nej, inte om allt' },
            ...(content.dissent ? [{ name: 'Inte överens om', value: content.dissent }] : []),
          ]}
        />
      </Panel>
    </>
  );
}

const Rows = ({ children }: { children: ReactNode }) => <ol className="plan-text">{children}</ol>;

function Row({ text, more = [] }: { text: string; more?: (string | undefined)[] }) {
  return (
    <li>
      <p className="written">{text}</p>
      {more.length > 0 && (
        <ul className="plan-more">
          {more.filter(Boolean).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const together = (words: (string | undefined)[]): string => words.filter(Boolean).join(', ');
