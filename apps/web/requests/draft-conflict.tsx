import { useAgreement } from '../agreement/use-agreement.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { differing, SideBySide } from '../kit/side-by-side.tsx';
import type { DraftFields } from './draft.ts';

interface DraftConflictProps {
  mine: DraftFields;
  saved: DraftFields;
  /** Sent in from somewhere else: it can no longer be changed. */
  isSent: boolean;
  onKeepMine: () => void;
  onTakeSaved: () => void;
  onShowSent: () => void;
}

/** The same draft has been changed in another window: both are shown, the person chooses. */
export function DraftConflict({ mine, saved, isSent, onKeepMine, onTakeSaved, onShowSent }: DraftConflictProps) {
  const { nameOf, namesOf } = useAgreement();
  const inWords = ({ question, themes, ageBand, tried, services }: DraftFields) => [
    { name: 'Vad vill du ha hjälp med?', text: question },
    { name: 'Vad handlar det om?', text: namesOf('themes', themes) },
    { name: 'Hur gammalt är barnet?', text: ageBand && nameOf('ageBands', ageBand) },
    { name: 'Vad har ni prövat?', text: tried },
    { name: 'Vilka är redan inblandade?', text: namesOf('services', services) },
  ];
  const fields = differing(inWords(mine), inWords(saved));

  if (!isSent) return <SideBySide fields={fields} onKeepMine={onKeepMine} onTakeSaved={onTakeSaved} />;
  return (
    <>
      <Notice tone="stop" title="Frågan är redan inskickad">
        Den skickades in från ett annat ställe. Det som står här nedanför kom inte med. Kopiera det om du behöver det.
      </Notice>
      {fields.map(({ name, mine: text }) => (
        <div className="versions" key={name}>
          <h3>{name}</h3>
          <p className="written">{text || 'Tomt'}</p>
        </div>
      ))}
      <Buttons>
        <Button kind="primary" onPress={onShowSent}>
          Visa den inskickade frågan
        </Button>
      </Buttons>
    </>
  );
}
