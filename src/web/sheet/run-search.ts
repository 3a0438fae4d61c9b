const shows = ['unanswered', 'changed', 'to-confirm', 'mine'] as const;

/** Which items are shown; every one where it is not given. */
export type Show = (typeof shows)[number];

/** Part of the address of a run: the open area and which items of it are shown. */
export type RunSearch = { readonly area?: string | number; readonly show?: Show };

export function runSearch({ area, show }: Record<string, unknown>): RunSearch {
  const known = shows.find((candidate) => candidate === show);
  return {
    ...((typeof area === 'string' || typeof area === 'number') && { area: areaInAddress(area) }),
    ...(known && { show: known }),
  };
}

/** The router writes a text that reads as a number in quotes; an area 「15」 goes there as the number it looks like. */
export function areaInAddress(area: string | number): string | number {
  return /^[1-9]\d*$/.test(String(area)) ? Number(area) : String(area);
}
