import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Asks before one leaves a page with something unsaved on it. For the LeaveDialog. */
export function useLeaveGuard(isUnsaved: boolean) {
  const blocker = useBlocker(isUnsaved);
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
  return { asks: blocker.state === 'blocked', stay: () => blocker.reset?.(), leave: () => blocker.proceed?.() };
}
