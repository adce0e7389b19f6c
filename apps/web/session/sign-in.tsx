import { Navigate, useLocation } from 'react-router';
import { useSession, useSignIn } from '../api/session.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { CredentialsForm } from './credentials-form.tsx';

export function SignIn() {
  const session = useSession();
  const signIn = useSignIn();
  const from = useCameFrom();
  if (session.data) return <Navigate to={session.data.acting ? from : '/valj-uppdrag'} replace state={{ from }} />;
  return (
    <div className="narrow">
      <PageHeader
        title="Logga in"
        lead="Samordna följer en fråga om ett barn från första oron till ett svar, tillsammans med skola, socialtjänst, BUP och vårdcentral."
      />
      <Panel>
        <CredentialsForm signIn={signIn} />
      </Panel>
    </div>
  );
}

/** The page one was on the way to when asked to sign in. */
export function useCameFrom(): string {
  const state: unknown = useLocation().state;
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
  return typeof from === 'string' ? from : '/';
}
