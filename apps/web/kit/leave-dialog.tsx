import { Button, Buttons } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface LeaveDialogProps {
  leaving: { asks: boolean; stay: () => void; leave: () => void };
}

/** Asked only when what is written could not be saved on the way out. */
export function LeaveDialog({ leaving }: LeaveDialogProps) {
  return (
    <Dialog title="Det du har skrivit är inte sparat" isOpen={leaving.asks} onClose={leaving.stay} role="alertdialog">
      <p>Lämnar du sidan nu försvinner det som inte är sparat.</p>
      <Buttons>
        <Button kind="primary" onPress={leaving.stay}>
          Stanna kvar
        </Button>
        <Button onPress={leaving.leave}>Lämna utan att spara</Button>
      </Buttons>
    </Dialog>
  );
}
