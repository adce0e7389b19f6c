import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

export const SESSION_KEY = ['session'];

/** Refusals are final; a server that is away or ill is asked twice more. */
function mayPass(error: Error): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}

/** Any 401 means that the session may have ended: asking for it again decides, and the shell shows what it says. */
export function checkSession(error: unknown) {
  if (error instanceof Problem && error.status === 401) void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
}

/** Without a connection everything is tried and refused, never put off in silence: the person is told, and may go on when it is back. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: checkSession }),
  mutationCache: new MutationCache({ onError: checkSession }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && mayPass(error),
      staleTime: 5_000,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});
