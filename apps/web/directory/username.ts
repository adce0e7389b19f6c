/** A user name to suggest for somebody, e.g. `asa.ek` for "Åsa Ek": letters without accents, first and last name. */
export function usernameOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...new Set([words.at(0), words.at(-1)])].filter(Boolean).join('.');
}
