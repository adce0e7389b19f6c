import { useState } from 'react';
import { Button } from './button.tsx';

interface CopyableProps {
  /** What it is, as in "Kopiera nyckeln". */
  name: string;
  text: string;
  /** What is shown of it where all of it takes too much room; all is copied. */
  short?: string;
}

/** A text for a machine: shown as it is, and copied with a button. */
export function Copyable({ name, text, short }: CopyableProps) {
  const [said, setSaid] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Kopierat');
    } catch {
      setSaid('Markera texten och kopiera den själv: webbläsaren tillät det inte.');
    }
  }

  return (
    <span className={short ? 'copyable short' : 'copyable'}>
      <code>{short ?? text}</code>
      <Button kind="quiet" label={`Kopiera ${name}`} onPress={() => void copy()}>
        Kopiera
      </Button>
      <span role="status" className="soft small">
        {said}
      </span>
    </span>
  );
}
