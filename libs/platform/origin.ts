import type { Settings } from './settings.ts';

/** Whether a browser at `origin` may change things here: our own pages only (SameSite cookies are the other half). */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  settings: Pick<Settings, 'origins'>,
): boolean {
  if (!origin) return true;
  if (settings.origins.length > 0) return settings.origins.includes(origin);
  return URL.canParse(origin) && new URL(origin).host === host;
}
