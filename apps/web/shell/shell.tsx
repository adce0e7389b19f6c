import { type ReactNode, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { useLiveConnection } from '../api/live.ts';
import { type Assignment, type Session, useChooseAssignment, useSession, useSignOut } from '../api/session.ts';
import { ActingBar } from '../kit/acting-bar.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { Frame } from './frame.tsx';
import { NAVIGATION } from './navigation.ts';

/**
 * Every page behind sign-in. A session that ends while a page is open leaves the page, and what is written on it, as it is,
 * and asks for the password in a dialog.
 */
export function Shell() {
  const query = useSession();
  const [opened, setOpened] = useState<Session | null>(null);
  const { pathname, search } = useLocation();
  const from = pathname + search;
  const current = query.data;

  if (current?.acting && current !== opened) setOpened(current);
  useLiveConnection(current?.acting?.id);

  if (current === undefined) return <Frame>{<Loaded query={query}>{() => null}</Loaded>}</Frame>;
  if (current === null && !opened) return <Navigate to="/logga-in" replace state={{ from }} />;
  if (current && !current.acting) return <Navigate to="/valj-uppdrag" replace state={{ from }} />;

  const shown = current?.acting ? current : opened;
  if (!shown?.acting) return null;
  return (
    <Acting session={shown} acting={shown.acting}>
      {current === null && <SignInAgain ended={shown} />}
    </Acting>
  );
}

/** A page that needs no sign-in, with one's own navigation around it if one is signed in. */
export function OpenToAll() {
  if (useSession().data?.acting) return <Shell />;
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

function Acting({ session, acting, children }: { session: Session; acting: Assignment; children: ReactNode }) {
  const choose = useChooseAssignment();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Frame
      navigation={NAVIGATION[acting.role]}
      acting={
        <ActingBar
          person={session.person.name}
          acting={named(acting)}
          others={session.assignments.filter(({ id }) => id !== acting.id).map(named)}
          onSwitch={(id) => choose.mutate(id, { onSuccess: () => void navigate('/') })}
          onAccount={() => void navigate('/konto')}
          onSignOut={() => signOut.mutate()}
        />
      }
    >
      <Outlet context={acting} key={acting.id} />
      {children}
    </Frame>
  );
}

function named({ id, roleName, unit }: Assignment) {
  return { id, roleName, unit: unit.name };
}
