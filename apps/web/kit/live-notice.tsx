import { Button } from './button.tsx';

/**
 * Tells that the list has changed since it was read, and waits: nothing moves under the hand.
 * Its place is always kept, so that it moves nothing either.
 */
export function LiveNotice({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div className={count > 0 ? 'live-notice changed' : 'live-notice'}>
      <span role="status">{count > 0 ? (count === 1 ? '1 ändring' : `${count} ändringar`) : 'Inga nya ändringar'}</span>
      {count > 0 && (
        <Button kind="quiet" icon="refresh" onPress={onShow}>
          Visa
        </Button>
      )}
    </div>
  );
}
