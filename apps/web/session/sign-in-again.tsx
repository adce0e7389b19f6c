import { type Session, useSignInAgain } from '../api/session.ts';
import { Dialog } from '../kit/dialog.tsx';
import { CredentialsForm, useCredentials } from './credentials-form.tsx';

/** Laid over the page when the session has ended: what is written on it is still there, but cannot be read by others. */
export function SignInAgain({ ended }: { ended: Session }) {
  const form = useCredentials();
  const signIn = useSignInAgain(ended);
  return (
    <Dialog title="Logga in igen" isOpen covering>
      <p>Du har varit borta ett tag och är utloggad. Det du har skrivit finns kvar på sidan.</p>
      <CredentialsForm form={form} signIn={signIn} />
    </Dialog>
  );
}
