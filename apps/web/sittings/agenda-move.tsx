import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../kit/icon.tsx';

export type Direction = 'up' | 'down';

interface AgendaMoveProps {
  reference: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (direction: Direction) => void;
}

/** Up and down. A button at the end of its road stays in focus, and does nothing: whoever presses it again is not thrown elsewhere. */
export function AgendaMove({ reference, isFirst, isLast, onMove }: AgendaMoveProps) {
  return (
    <div className="agenda-move">
      <MoveButton direction="up" label={`Flytta upp ${reference}`} atEnd={isFirst} onMove={onMove} />
      <MoveButton direction="down" label={`Flytta ner ${reference}`} atEnd={isLast} onMove={onMove} />
    </div>
  );
}

interface MoveButtonProps {
  direction: Direction;
  label: string;
  atEnd: boolean;
  onMove: (direction: Direction) => void;
}

function MoveButton({ direction, label, atEnd, onMove }: MoveButtonProps) {
  return (
    <AriaButton
      className="button secondary icon-only"
      aria-label={label}
      aria-disabled={atEnd}
      {...(!atEnd && { onPress: () => onMove(direction) })}
    >
      <Icon name={direction} />
    </AriaButton>
  );
}
