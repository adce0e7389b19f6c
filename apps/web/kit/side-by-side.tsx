import { Button, Buttons } from './button.tsx';
import { Notice } from './notice.tsx';

/** A text part by part, under the names of the form: always the same parts, in the same order. */
export type Parts = { name: string; text: string }[];

/** The parts in which two texts differ. */
export const differing = (mine: Parts, saved: Parts): SideBySideProps['fields'] =>
  mine
    .map(({ name, text }, i) => ({ name, mine: text, saved: saved[i]!.text }))
    .filter((part) => part.mine !== part.saved);

interface SideBySideProps {
  /** The fields whose text differs, under their names in the form. */
  fields: { name: string; mine: string; saved: string }[];
  /** Who saved the other text, e.g. "Anna Ek, i dag 13:42". */
  savedBy?: string;
  onKeepMine: () => void;
  onTakeSaved: () => void;
}

/** Somebody else saved first: both texts are shown and the person decides. Nothing is overwritten unseen. */
export function SideBySide({ fields, savedBy, onKeepMine, onTakeSaved }: SideBySideProps) {
  return (
    <section className="side-by-side" aria-label="Två versioner">
      <Notice tone="warning" title="Någon annan hann spara före dig">
        {savedBy && `Sparat av ${savedBy}. `}Jämför texterna och välj vilken som ska gälla. Båda finns kvar tills du har
        valt.
      </Notice>
      {fields.map(({ name, mine, saved }) => (
        <div className="versions" key={name}>
          <h3>{name}</h3>
          <div>
            <h4>Din text</h4>
            <p className="written">{mine || 'Tomt'}</p>
          </div>
          <div>
            <h4>Den sparade texten</h4>
            <p className="written">{saved || 'Tomt'}</p>
          </div>
        </div>
      ))}
      <Buttons>
        <Button kind="primary" onPress={onKeepMine}>
          Fortsätt med min text
        </Button>
        <Button onPress={onTakeSaved}>Ta den sparade texten</Button>
      </Buttons>
    </section>
  );
}
