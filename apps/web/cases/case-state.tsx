import { dateText, today, relativeWords } from '../kit/date-words.ts';
import { Icon } from '../kit/icon.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import type { CaseRow, CaseState } from './case.ts';
import { endsConsent, stateWords } from './case-words.ts';

export function CaseStateTag({ state }: { state: CaseState }) {
  const { name, tone } = stateWords(state);
  return <StateTag tone={tone}>{name}</StateTag>;
}

/** The next day something is due, in a list: late ones say so in words, and a consent's end says that it is that. */
export function DueText({ row }: { row: Pick<CaseRow, 'nextDueOn' | 'consentEndsOn'> }) {
  const dueOn = row.nextDueOn;
  if (!dueOn) return <span className="soft">Ingen tid att hålla</span>;
  const late = dueOn < today();
  const consent = endsConsent(row);
  return (
    <time dateTime={dueOn} className={late ? 'due late' : 'due'}>
      {late && <Icon name="warning" />}
      <span>
        {late ? (consent ? 'Samtycke saknas' : 'För sent') : relativeWords(dueOn)}
        <span className="second-line">
          {consent && (late ? 'fanns senast ' : 'samtycket går ut ')}
          {late && `${relativeWords(dueOn)}, `}
          {dateText(dueOn)}
        </span>
      </span>
    </time>
  );
}
