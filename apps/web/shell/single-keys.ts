import { useEffect, useEffectEvent } from 'react';

const SETTING = 'samordna-single-keys';

/** Single-letter keys can be turned off (WCAG 2.1.4): speech input would otherwise press them by mistake. */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(SETTING) !== 'off';
}

export function turnSingleKeys(on: boolean) {
  localStorage.setItem(SETTING, on ? 'on' : 'off');
}

/** What single keys do on this page: `{ '?': openHelp }`. They do nothing while one writes, or in a dialog. */
export function useSingleKeys(keys: Record<string, () => void>) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const press = keys[event.key];
    const elsewhere =
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"]');
    if (!press || elsewhere || event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
    event.preventDefault();
    press();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
