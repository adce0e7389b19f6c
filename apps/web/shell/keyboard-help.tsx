import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icon.tsx';
import { singleKeysAreOn, turnSingleKeys } from './single-keys.ts';

const KEYS = [
  { keys: 'Tabb', does: 'Gå till nästa fält, länk eller knapp' },
  { keys: 'Skift + Tabb', does: 'Gå tillbaka' },
  { keys: 'Retur', does: 'Följ en länk eller tryck på en knapp' },
  { keys: 'Mellanslag', does: 'Kryssa i en ruta eller tryck på en knapp' },
  { keys: 'Piltangenter', does: 'Välj i en lista, en meny eller bland flikar' },
  { keys: 'Esc', does: 'Stäng en ruta eller en meny' },
  { keys: 'J och K', does: 'Gå till nästa eller förra frågan på ett möte' },
  { keys: '?', does: 'Visa den här hjälpen' },
];

export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [on, setOn] = useState(singleKeysAreOn);
  return (
    <Dialog title="Använd tangentbordet" isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="choice"
        isSelected={on}
        onChange={(chosen) => {
          turnSingleKeys(chosen);
          setOn(chosen);
        }}
      >
        <span className="choice-box" aria-hidden="true">
          <Icon name="tick" />
        </span>
        <span>
          <span className="choice-name">Kortkommandon med en enda tangent</span>
          <span className="choice-help">Stäng av om du styr datorn med rösten.</span>
        </span>
      </Checkbox>
    </Dialog>
  );
}
