import { Navigate } from 'react-router';
import { type Session, useSession, useSignOut } from '../api/session.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { PasswordForm } from './password-form.tsx';
import { pageAfter, useCameFrom } from './sign-in.tsx';

/** `/nytt-losenord`: whoever has been given a password chooses one of their own before anything else. */
export function FirstPassword() {
  const from = useCameFrom();
  return (
    <Loaded query={useSession()}>
      {(session) => {
        if (!session) return <Navigate to="/logga-in" replace />;
        if (!session.passwordDue) return <Navigate to={pageAfter(session, from)} replace state={{ from }} />;
        return <Choice session={session} />;
      }}
    </Loaded>
  );
}

function Choice({ session: { person } }: { session: Session }) {
  const signOut = useSignOut();
  return (
    <div className="narrow">
      <PageHeader
        title="Välj ett eget lösenord"
        lead={`Hej ${person.name}! Lösenordet du fick är bara till för att komma in. Välj ett som ingen annan känner till, så kan du börja.`}
      />
      <Panel>
        <PasswordForm current="Lösenordet du fick" confirm="Spara lösenordet" />
      </Panel>
      <div className="after-facts">
        <Button kind="quiet" icon="leave" onPress={() => signOut.mutate()}>
          Logga ut
        </Button>
      </div>
    </div>
  );
}
