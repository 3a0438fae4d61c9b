const shows = ['unanswered', 'to-confirm', 'mine'] as const;

/** Which items are shown; every one where it is not given. */
export type Show = (typeof shows)[number];

/** Part of the address of a run: the open area and which items of it are shown. */
export type RunSearch = { readonly area?: string; readonly show?: Show };

export function runSearch({ area, show }: Record<string, unknown>): RunSearch {
  const known = shows.find((candidate) => candidate === show);
  return {
    ...((typeof area === 'string' || typeof area === 'number') && { area: String(area) }),
    ...(known && { show: known }),
  };
}
