import { dayText, relativeWords, today } from '../kit/date-words.ts';
import { Notice } from '../kit/notice.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import type { ComingMeeting } from './received.ts';

/** `tisdag 24 november 2026 kl. 13:30`, as the summons has it. */
const timeText = ({ localTime }: ComingMeeting): string => {
  const [day, time] = localTime.split('T');
  return `${dayText(day!)} kl. ${time}`;
};

/** When and where the unit meets, in a list. */
export function MeetingCell({ meeting }: { meeting: ComingMeeting | undefined }) {
  if (!meeting) return <span className="soft">Inget planerat</span>;
  const { localTime, place, cancelled } = meeting;
  return (
    <>
      {cancelled ? <StateTag tone="stopped">Inställt</StateTag> : relativeWords(localTime.slice(0, 10))}
      <time dateTime={localTime} className="second-line">
        {timeText(meeting)}
      </time>
      {!cancelled && place && <span className="second-line">{place}</span>}
    </>
  );
}

/** The meeting that the unit is called to: when, where, and whom to answer by when. The summons says the rest. */
export function MeetingNotice({ meeting }: { meeting: ComingMeeting }) {
  const { minutes, place, replyBy, replyTo, cancelled } = meeting;
  if (cancelled) {
    return (
      <Notice tone="warning" title={`Mötet ${timeText(meeting)} är inställt`}>
        Samordnaren kallar på nytt om det blir ett annat möte.
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={`Nästa möte: ${timeText(meeting)}, ${minutes} minuter`}>
      <p>{place ? `Plats: ${place}.` : 'Platsen lämnar samordnaren på annat sätt.'}</p>
      <p>
        {replyBy < today() ? 'Svarstiden gick ut' : 'Svara senast'} {dayText(replyBy)}. Svara till {replyTo}.
      </p>
    </Notice>
  );
}
