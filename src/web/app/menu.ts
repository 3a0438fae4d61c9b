import type { IconName } from '../ui/Icon.tsx';

export type MenuEntry = {
  readonly title: string;
  /** In the bar at the foot of a small screen, where the title is too long for it. */
  readonly short?: string;
  readonly href: string;
  /** Addresses of other pages that belong here too. */
  readonly further?: readonly string[];
  readonly icon: IconName;
  /** How many things wait here for this person. */
  readonly waiting?: number;
  /** Also stands in the bar at the foot of a small screen; four at most. */
  readonly inBar?: boolean;
};

/** Entries under one heading; only pages that work and that this person may open. */
export type MenuGroup = { readonly title: string; readonly entries: readonly MenuEntry[] };

/** The entry a path belongs to: the one of the longest address that begins the path. */
export function currentEntry(groups: readonly MenuGroup[], path: string): MenuEntry | undefined {
  const within = (href: string) => path === href || path.startsWith(`${href}/`);
  return groups
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => [entry.href, ...(entry.further ?? [])].filter(within).map((href) => ({ entry, href })))
    .toSorted((a, b) => b.href.length - a.href.length)
    .at(0)?.entry;
}

/** The four most used entries: those marked, else the first ones. */
export function barEntries(groups: readonly MenuGroup[]): readonly MenuEntry[] {
  const entries = groups.flatMap((group) => group.entries);
  const marked = entries.filter(({ inBar }) => inBar);
  return (marked.length > 0 ? marked : entries).slice(0, 4);
}
