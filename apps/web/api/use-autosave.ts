import { useEffect, useEffectEvent, useState } from 'react';
import { useBlocker } from 'react-router';
import { checkSession } from './query.ts';
import { Autosave, type AutosaveStatus, type Store, type Stored } from './autosave.ts';

/**
 * Saves `content` as it changes. `opened` and `store` are those that the page began with. Leaving the page saves first;
 * where that fails, `leaving` asks the person.
 */
export function useAutosave<Content>(opened: Stored<Content>, content: Content, store: Store<Content>) {
  const [status, setStatus] = useState<AutosaveStatus<Content>>({
    saving: { state: 'untouched' },
    problem: null,
    conflict: null,
  });

  function hear(now: AutosaveStatus<Content>) {
    setStatus(now);
    checkSession(now.problem);
  }

  const [autosave] = useState(() => new Autosave(opened, store, hear));

  useEffect(() => autosave.offer(content));

  return { ...status, autosave, leaving: useLeaving(autosave) };
}

/** Leaving with something unsaved: saves it, and goes on; asks when it cannot be saved. */
function useLeaving(autosave: Pick<Autosave<unknown>, 'isUnsaved' | 'flush' | 'stop'>) {
  const blocker = useBlocker(() => autosave.isUnsaved);
  const [asks, setAsks] = useState(false);

  const saveAndGo = useEffectEvent(() =>
    autosave.flush().then((isSaved) => (isSaved ? blocker.proceed?.() : setAsks(true))),
  );
  useEffect(() => {
    if (blocker.state === 'blocked') void saveAndGo();
  }, [blocker.state]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.isUnsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [autosave]);

  return {
    asks: asks && blocker.state === 'blocked',
    stay: () => {
      setAsks(false);
      blocker.reset?.();
    },
    leave: () => {
      setAsks(false);
      autosave.stop();
      blocker.proceed?.();
    },
  };
}
