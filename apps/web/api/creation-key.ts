import { useRef } from 'react';

export type CreationHeader = { 'Idempotency-Key': string };

/**
 * The header that makes a create safe to send twice: the same key until the thing exists, a new one after.
 * `header` goes with the call; call `renew` when it has succeeded and the form is used for one more.
 */
export function useCreationKey() {
  const key = useRef(randomKey());
  return {
    header: (): CreationHeader => ({ 'Idempotency-Key': key.current }),
    renew: () => {
      key.current = randomKey();
    },
  };
}

function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
