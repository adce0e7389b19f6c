import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { changeUnit, type Unit, useUnitWork } from './directory.ts';
import { LeftBehind } from './end-assignment-dialog.tsx';
import { unitWorkWords } from './work-words.ts';

/** Says what goes on at a unit before it is closed to what is new. */
export function CloseUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const work = useUnitWork(unit.id);
  return (
    <ConfirmDialog
      title={`Stäng ${unit.name}`}
      confirm="Stäng enheten"
      danger
      isOpen
      onClose={onClose}
      onConfirm={() => changeUnit(unit, { closed: true })}
    >
      <p>Enheten tar då inga nya uppdrag och blir inte part i nya ärenden. Du kan öppna den igen.</p>
      <Loaded query={work}>{(held) => <LeftBehind words={unitWorkWords(held, unit.people)} />}</Loaded>
    </ConfirmDialog>
  );
}
