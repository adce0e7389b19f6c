import { DateText } from '../kit/date-text.tsx';
import { dateText, relativeWords, today } from '../kit/date-words.ts';
import { Icon } from '../kit/icon.tsx';

/** The day something promised is to be done; open while the plan neither is followed up nor has ended. That it has passed does not say that it was not done. */
export function PromiseDay({ dueOn, isOpen }: { dueOn: string | undefined; isOpen: boolean }) {
  if (!dueOn) return <span className="soft">Inget datum</span>;
  if (!isOpen || dueOn >= today()) return <DateText value={dueOn} lead="words" />;
  return (
    <time dateTime={dueOn} className="due late">
      <Icon name="warning" />
      <span>
        Skulle vara klart
        <span className="second-line">
          {relativeWords(dueOn)}, {dateText(dueOn)}
        </span>
      </span>
    </time>
  );
}
