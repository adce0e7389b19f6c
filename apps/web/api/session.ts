import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import { Problem } from './problem.ts';
import { queryClient, SESSION_KEY } from './query.ts';
import type { paths } from './schema.generated.ts';

export type Session = paths['/api/v1/session']['get']['responses'][200]['content']['application/json'];
export type Assignment = Session['assignments'][number];
export type Role = Assignment['role'];
export type OwnPassword = paths['/api/v1/session/password']['put']['requestBody']['content']['application/json'];
export type Credentials = paths['/api/v1/sessions']['post']['requestBody']['content']['application/json'];

/** The cookie is shared by all windows, so a change of session in one is told to the others. */
const otherWindows = new BroadcastChannel('samordna-session');
otherWindows.onmessage = () => void queryClient.invalidateQueries({ queryKey: SESSION_KEY });

/** Who is signed in and acts as what: `null` when nobody is. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: currentSession, staleTime: 60_000 });
}

export function useSignIn() {
  return useMutation({
    mutationFn: signIn,
    onSuccess: adopt,
  });
}

/**
 * Takes up a session that ended under an open page, in the same assignment, so that the page can stay as it is.
 * Somebody else at the same keyboard gets a page of their own.
 */
export function useSignInAgain(ended: Session) {
  return useMutation({
    mutationFn: async (body: Credentials) => {
      const session = await signIn(body);
      const before = session.assignments.find(({ id }) => id === ended.acting?.id);
      if (!before || session.passwordDue || session.acting?.id === before.id) return session;
      return answer(api.PATCH('/api/v1/session', { body: { assignmentId: before.id } }));
    },
    onSuccess: (session) => {
      adopt(session);
      if (session.person.id !== ended.person.id) window.location.assign('/');
      else void queryClient.invalidateQueries();
    },
  });
}

export function useChooseAssignment() {
  return useMutation({
    mutationFn: (assignmentId: string) => answer(api.PATCH('/api/v1/session', { body: { assignmentId } })),
    onSuccess: adopt,
  });
}

/** A new password for oneself; one's other sessions end. Somebody with a single assignment is in it after their first. */
export async function changePassword(body: OwnPassword): Promise<void> {
  await answer(api.PUT('/api/v1/session/password', { body }));
  const session = await currentSession();
  if (session) adopt(session);
}

/** Leaves by loading the sign-in page anew, so that nothing read stays in the browser's memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/session')),
    onSuccess: () => {
      otherWindows.postMessage('changed');
      window.location.assign('/logga-in');
    },
  });
}

async function signIn(body: Credentials): Promise<Session> {
  await answer(api.POST('/api/v1/sessions', { body }));
  const session = await currentSession();
  if (!session) throw new Problem(COOKIE_NOT_KEPT);
  return session;
}

/** The session's cookie is kept only over https or at localhost. */
const COOKIE_NOT_KEPT = {
  type: 'about:blank',
  title: 'Webbläsaren sparade inte inloggningen',
  status: 401,
  detail: 'Öppna Samordna på en adress som börjar med https, eller på localhost, och tillåt kakor för den.',
};

async function currentSession(): Promise<Session | null> {
  try {
    const session = await answer(api.GET('/api/v1/session'));
    forgetWhatTheFormerSaw(session);
    return session;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

function adopt(session: Session) {
  forgetWhatTheFormerSaw(session);
  queryClient.setQueryData(SESSION_KEY, session);
  otherWindows.postMessage('changed');
}

let lastActing: string | undefined;

/** What one assignment has read is not for the next, even if it is the same person. */
function forgetWhatTheFormerSaw({ acting }: Session) {
  if (!acting) return;
  if (lastActing !== undefined && lastActing !== acting.id) {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  }
  lastActing = acting.id;
}
