import { useOutletContext } from 'react-router';
import type { Assignment } from '../api/session.ts';

/** The assignment that everything on the page is done in. */
export function useActing(): Assignment {
  return useOutletContext<Assignment>();
}
