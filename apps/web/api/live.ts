import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { io } from 'socket.io-client';
import { LiveFeed, type LogNotice } from './live-feed.ts';
import { queryClient, SESSION_KEY } from './query.ts';

const feed = new LiveFeed(
  (auth) => io({ path: '/live', transports: ['websocket'], autoConnect: false, auth }),
  () => readAnew(),
  () => void returnIfSignedIn(),
);

/** Events that may close a child, and every case and list that it stands in, to somebody whose screens show it. */
const CLOSING = ['child.protection-changed', 'child.readers-named', 'child.reader-appointed'];

feed.listen((notices) => {
  if (!notices.some(({ type }) => CLOSING.includes(type))) return;
  queryClient.removeQueries({ type: 'inactive' });
  readAnew();
});

function readAnew() {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

const PAUSE_BEFORE_RETURN_MS = 3_000;

async function returnIfSignedIn() {
  await queryClient.invalidateQueries({ queryKey: SESSION_KEY });
  if (queryClient.getQueryData(SESSION_KEY)) setTimeout(() => feed.connect(), PAUSE_BEFORE_RETURN_MS);
}

/** Holds the connection open while somebody acts; a new assignment gets a connection of its own. */
export function useLiveConnection(assignmentId: string | undefined) {
  useEffect(() => {
    if (!assignmentId) return;
    feed.connect();
    return () => feed.disconnect();
  }, [assignmentId]);
}

/** What an event is about; where that is not told, the noun of its type. */
function kindOf({ subject, type }: LogNotice): string {
  return subject?.kind ?? type.split('.')[0]!;
}

/** Calls `onChange` with the bundle of events about these kinds of subject, e.g. `['consultation-request']`. */
export function useLive(kinds: string[], onChange: (notices: LogNotice[]) => void) {
  const concern = useEffectEvent((notices: LogNotice[]) => {
    const ours = notices.filter((notice) => kinds.includes(kindOf(notice)));
    if (ours.length > 0) onChange(ours);
  });
  useEffect(() => feed.listen(concern), []);
}

/** For figures and pages that nobody edits: read anew as soon as something changed. */
export function useLiveQuery(kinds: string[], queryKey: QueryKey) {
  useLive(kinds, () => void queryClient.invalidateQueries({ queryKey }));
}

/** For lists: counts the changes for the LiveNotice, and reads anew only when the person asks. */
export function useLiveCount(kinds: string[], queryKey: QueryKey) {
  const [count, setCount] = useState(0);
  useLive(kinds, (notices) => setCount((before) => before + notices.length));
  return {
    count,
    show: () => {
      setCount(0);
      void queryClient.invalidateQueries({ queryKey });
    },
  };
}
