import { Button, Buttons } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Facts } from '../kit/panel.tsx';

/** A password that has just been made, and for whom. */
export interface MadePassword {
  name: string;
  username: string;
  password: string;
}

/** The only time the password is seen, so it is not closed by mistake. */
export function PasswordDialog({ made, onClose }: { made: MadePassword | null; onClose: () => void }) {
  if (!made) return null;
  return (
    <Dialog title={`${made.name} kan logga in nu`} isOpen role="alertdialog">
      <p>
        Lösenordet visas bara den här gången. Lämna det direkt till {made.name}, inte i e-post. Det gäller för att komma
        in första gången: sedan väljer personen ett eget. Kommer det bort gör du ett nytt.
      </p>
      <div className="before-button">
        <Facts
          facts={[
            { name: 'Användarnamn', value: <Copyable name="användarnamnet" text={made.username} /> },
            { name: 'Lösenord', value: <Copyable name="lösenordet" text={made.password} /> },
          ]}
        />
      </div>
      <Buttons>
        <Button kind="primary" onPress={onClose}>
          Jag har tagit vara på det
        </Button>
      </Buttons>
    </Dialog>
  );
}
