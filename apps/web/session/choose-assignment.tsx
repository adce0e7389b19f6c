import { Button as AriaButton } from 'react-aria-components';
import { Navigate, useNavigate } from 'react-router';
import { asProblem } from '../api/problem.ts';
import { type Assignment, type Session, useChooseAssignment, useSession, useSignOut } from '../api/session.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { useCameFrom } from './sign-in.tsx';

export function ChooseAssignment() {
  const from = useCameFrom();
  return (
    <Loaded query={useSession()}>
      {(session) => {
        if (!session) return <Navigate to="/logga-in" replace />;
        if (session.passwordDue) return <Navigate to="/nytt-losenord" replace state={{ from }} />;
        return <Choice session={session} />;
      }}
    </Loaded>
  );
}

function Choice({ session }: { session: Session }) {
  const choose = useChooseAssignment();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const from = useCameFrom();
  const refused = choose.error && asProblem(choose.error);
  return (
    <div className="narrow">
      <PageHeader
        title="Välj uppdrag"
        lead={`Hej ${session.person.name}! Allt du gör loggas i det uppdrag du väljer. Du kan byta när du vill.`}
      />
      {refused && (
        <Notice tone="stop" title={refused.title}>
          {refused.detail}
        </Notice>
      )}
      {session.assignments.length === 0 && (
        <Notice tone="info" title="Du har inget uppdrag">
          Administratören för ditt närområde kan lägga till ett. Sedan kan du arbeta direkt.
        </Notice>
      )}
      <ul className="picks">
        {session.assignments.map((assignment) => (
          <li key={assignment.id}>
            <Pick
              assignment={assignment}
              onPick={() => choose.mutate(assignment.id, { onSuccess: () => void navigate(from, { replace: true }) })}
            />
          </li>
        ))}
      </ul>
      <Button kind="quiet" icon="leave" onPress={() => signOut.mutate()}>
        Logga ut
      </Button>
    </div>
  );
}

function Pick({ assignment, onPick }: { assignment: Assignment; onPick: () => void }) {
  return (
    <AriaButton className="pick" onPress={onPick}>
      <span>
        <span className="pick-name">{assignment.roleName}</span>
        <span className="pick-where">{assignment.unit.name}</span>
        <span className="pick-where soft">
          {assignment.principal.name}, {assignment.area.name}
        </span>
      </span>
      <Icon name="right" />
    </AriaButton>
  );
}
