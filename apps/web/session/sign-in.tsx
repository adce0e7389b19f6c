import { Navigate, useLocation } from 'react-router';
import { type Credentials, type Session, useSession, useSignIn } from '../api/session.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { CredentialsForm, useCredentials } from './credentials-form.tsx';
import { DemoPeople } from './demo-people.tsx';

export function SignIn() {
  const session = useSession();
  const form = useCredentials();
  const signIn = useSignIn();
  const from = useCameFrom();
  function fillIn(credentials: Credentials) {
    form.setValue('username', credentials.username);
    form.setValue('password', credentials.password);
    form.setFocus('password');
  }

  if (session.data) return <Navigate to={pageAfter(session.data, from)} replace state={{ from }} />;
  return (
    <div className="narrow">
      <PageHeader
        title="Logga in"
        lead="Samordna följer en fråga om ett barn från första oron till ett svar, tillsammans med skola, socialtjänst, BUP och vårdcentral."
      />
      <Panel>
        <CredentialsForm form={form} signIn={signIn} />
        <p className="soft after-facts">Glömt lösenordet? Administratören för ditt närområde gör ett nytt.</p>
      </Panel>
      <DemoPeople onChoose={fillIn} />
    </div>
  );
}

/** Where whoever is signed in comes next: a password of one's own first, then an assignment, then the page one was on the way to. */
export function pageAfter({ passwordDue, acting }: Session, from: string): string {
  if (passwordDue) return '/nytt-losenord';
  return acting ? from : '/valj-uppdrag';
}

/** The page one was on the way to when asked to sign in. */
export function useCameFrom(): string {
  const state: unknown = useLocation().state;
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
  return typeof from === 'string' ? from : '/';
}
