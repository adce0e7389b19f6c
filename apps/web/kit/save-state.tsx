import type { Saving } from '../api/autosave.ts';
import { Button } from './button.tsx';
import { clockText } from './date-words.ts';
import { Icon } from './icon.tsx';

/** Where the text one is writing is right now. */
export function SaveState({ saving }: { saving: Saving }) {
  return (
    <div className={`save-state ${saving.state}`}>
      <span role="status">
        {saving.state === 'saving' && 'Sparar…'}
        {saving.state === 'saved' && (
          <>
            <Icon name="tick" /> Sparat {clockText(saving.at)}
          </>
        )}
        {saving.state === 'failed' && (
          <>
            <Icon name="warning" /> Inte sparat. Texten finns kvar här på sidan.
          </>
        )}
      </span>
      {saving.state === 'failed' && (
        <Button kind="quiet" icon="refresh" onPress={saving.retry}>
          Försök igen
        </Button>
      )}
    </div>
  );
}
