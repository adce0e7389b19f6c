import { dateText, today, relativeWords } from '../kit/date-words.ts';
import { Icon } from '../kit/icon.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import type { CaseState } from './case.ts';
import { stateWords } from './case-words.ts';

export function CaseStateTag({ state }: { state: CaseState }) {
  const { name, tone } = stateWords(state);
  return <StateTag tone={tone}>{name}</StateTag>;
}

/** The next day something is due, in a list: late ones say so in words. */
export function DueText({ dueOn }: { dueOn: string | undefined }) {
  if (!dueOn) return <span className="soft">Ingen tid att hålla</span>;
  const late = dueOn < today();
  return (
    <time dateTime={dueOn} className={late ? 'due late' : 'due'}>
      {late && <Icon name="warning" />}
      <span>
        {late ? 'För sent' : relativeWords(dueOn)}
        <span className="second-line">
          {late && `${relativeWords(dueOn)}, `}
          {dateText(dueOn)}
        </span>
      </span>
    </time>
  );
}
