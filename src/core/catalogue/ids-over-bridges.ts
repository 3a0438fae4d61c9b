import type { Catalogue } from './catalogue.ts';

/**
 * Tells the ids an item has in the versions of its sheet as long as its words are the same: its own first, then those before and
 * after it over the bridges. A file or a rule names the id of one version; what was reworded is another question (ADR 0050) and not
 * among them.
 */
export function idsOverBridges({ bridges }: Pick<Catalogue, 'bridges'>): (id: string) => readonly string[] {
  const same = new Map<string, string[]>();
  const tie = (one: string, other: string) => same.set(one, [...(same.get(one) ?? []), other]);
  for (const step of bridges.flatMap(({ items }) => items)) {
    if (step.change !== 'unchanged' || step.item === step.from) continue;
    tie(step.item, step.from);
    tie(step.from, step.item);
  }
  return (id) => {
    const ids = new Set([id]);
    // What is added while going through is gone through too.
    for (const known of ids) for (const other of same.get(known) ?? []) ids.add(other);
    return [...ids];
  };
}
