import { Loaded } from '../kit/loaded.tsx';
import { Panel } from '../kit/panel.tsx';
import { type PlanChange, usePlanChanges } from './plan.ts';

const CHANGES: Record<PlanChange['change'], string> = {
  ADDED: 'Nytt',
  REMOVED: 'Borttaget',
  CHANGED: 'Ändrat',
};

/** How a plan differs from the one before, word by word. */
export function PlanChanges({ caseId, number }: { caseId: string; number: number }) {
  return (
    <Loaded query={usePlanChanges(caseId, number)}>
      {({ changes, comparedWith }) => (
        <Panel title={`Ändrat sedan plan ${comparedWith}`}>
          {changes.length === 0 && <p>Planen säger samma sak som den förra.</p>}
          <ul className="plan-changes">
            {changes.map((change, i) => (
              <li key={i}>
                <p>
                  <strong>{change.heading}</strong>
                  <span className={`state-tag ${TONES[change.change]}`}>{CHANGES[change.change]}</span>
                </p>
                {change.words.length > 0 && (
                  <p className="written">
                    <Words words={change.words} />
                  </p>
                )}
                {change.lines.map(({ label, words }) => (
                  <p key={label}>
                    <span className="soft">{label}: </span>
                    <Words words={words} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Loaded>
  );
}

const TONES: Record<PlanChange['change'], string> = { ADDED: 'done', REMOVED: 'stopped', CHANGED: 'active' };

/** What came and what went is told by the element too, to whoever has it read aloud. */
function Words({ words }: { words: PlanChange['words'] }) {
  return words.map(({ change, text }, i) => {
    if (change === 'ADDED') return <ins key={i}>{text}</ins>;
    if (change === 'REMOVED') return <del key={i}>{text}</del>;
    return <span key={i}>{text}</span>;
  });
}
