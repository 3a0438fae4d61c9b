// Read as the site is loaded, before the router reads the address in its own way.
const atFirst = window.location.search;
let arrived = '';

export type ProviderAnswer = { state: string; code?: string; iss?: string; error?: string };

/** Keeps what the provider sent the browser back with in memory only, so that it can leave the address bar at once. */
export function keepProviderAnswer(): void {
  arrived = atFirst;
}

/** What the provider sent the browser back with, once; undefined where the page was opened without. */
export function takeProviderAnswer(): ProviderAnswer | undefined {
  const given = new URLSearchParams(arrived);
  arrived = '';
  const state = given.get('state');
  if (!state) return undefined;
  const rest = ['code', 'iss', 'error'].flatMap((name) => {
    const value = given.get(name);
    return value ? [[name, value]] : [];
  });
  return { state, ...Object.fromEntries(rest) };
}
