import type { Bridge, BridgedItem } from './bridge.ts';
import { type Catalogue, findSheet } from './catalogue.ts';
import { sameWording } from './same-wording.ts';
import { type Area, itemsOf, type Sheet, type SheetId } from './sheet.ts';

/** What an item is beside an earlier version, without its own id. */
export type Step =
  | { readonly change: 'unchanged'; readonly from: string }
  | { readonly change: 'reworded'; readonly from: string }
  | { readonly change: 'new' };

/** The way from an earlier version of a sheet to a later one, over as many bridges as it takes. */
export type Crossing = {
  readonly from: Sheet;
  readonly to: Sheet;
  /** Of every item of the later version. */
  readonly steps: ReadonlyMap<string, Step>;
  /** Items of the earlier version that nothing of the later one comes from. */
  readonly dropped: readonly string[];
};

const stepOf = (bridged: BridgedItem): Step =>
  bridged.change === 'new' ? { change: 'new' } : { change: bridged.change, from: bridged.from };

/** The bridges one has to cross, in their order; undefined where none lead there. */
function wayBetween(bridges: readonly Bridge[], from: string, to: string): readonly Bridge[] | undefined {
  if (from === to) return [];
  for (const last of bridges.filter((bridge) => bridge.to === to)) {
    const others = bridges.filter((bridge) => bridge !== last);
    const before = wayBetween(others, from, last.from);
    if (before) return [...before, last];
  }
  return undefined;
}

/** One step after the other: once reworded stays reworded, and what was new on the way is new. */
function joined(first: Step | undefined, then: Step): Step {
  if (then.change === 'new' || !first || first.change === 'new') return { change: 'new' };
  const change = first.change === 'reworded' ? 'reworded' : then.change;
  return { change, from: first.from };
}

function across(way: readonly Bridge[], start: ReadonlyMap<string, Step>): ReadonlyMap<string, Step> {
  return way.reduce((before: ReadonlyMap<string, Step>, bridge) => {
    const steps = bridge.items.map((bridged): [string, Step] => {
      const step = stepOf(bridged);
      return [bridged.item, step.change === 'new' ? step : joined(before.get(step.from), step)];
    });
    return new Map(steps);
  }, start);
}

function crossingOf(from: Sheet, to: Sheet, steps: ReadonlyMap<string, Step>): Crossing {
  const followed = new Set([...steps.values()].flatMap((step) => (step.change === 'new' ? [] : [step.from])));
  return { from, to, steps, dropped: itemsOf(from).flatMap(({ id }) => (followed.has(id) ? [] : [id])) };
}

/** Without a bridge only an item that kept its id can be followed; other words under it are another wording. */
export function crossingById(from: Sheet, to: Sheet): Crossing {
  const earlier = new Map(itemsOf(from).map(({ id, text }) => [id, text]));
  return crossingOf(
    from,
    to,
    new Map(
      itemsOf(to).map(({ id, text }): [string, Step] => {
        const before = earlier.get(id);
        if (before === undefined) return [id, { change: 'new' }];
        return [id, { change: sameWording(before, text) ? 'unchanged' : 'reworded', from: id }];
      }),
    ),
  );
}

/** Whether bridges lead from one version of a sheet to another. */
export function isBridged({ bridges }: Catalogue, sheet: SheetId, from: string, to: string): boolean {
  return (
    from !== to &&
    wayBetween(
      bridges.filter((bridge) => bridge.sheet === sheet),
      from,
      to,
    ) !== undefined
  );
}

/** What has become of the items between two versions of a sheet: over the bridges, and by their ids where none lead there. */
export function crossingBetween(catalogue: Catalogue, from: Sheet, to: Sheet): Crossing {
  const bridges = catalogue.bridges.filter(({ sheet }) => sheet === to.id);
  const way = from.version === to.version ? undefined : wayBetween(bridges, from.version, to.version);
  if (!way) return crossingById(from, to);
  const same = new Map(itemsOf(from).map(({ id }): [string, Step] => [id, { change: 'unchanged', from: id }]));
  return crossingOf(from, to, across(way, same));
}

/** The crossing from a version the catalogue holds to this sheet; undefined where it does not. */
export function crossingFrom(catalogue: Catalogue, version: string, to: Sheet): Crossing | undefined {
  const from = findSheet(catalogue, to.id, version);
  return from && crossingBetween(catalogue, from, to);
}

const areaWith = (sheet: Sheet, item: string): Area | undefined =>
  sheet.areas.find(({ items }) => items.some(({ id }) => id === item));

/** The area of the earlier version that most items of an area come from; undefined where none comes from any. */
export function areaBefore({ from, to, steps }: Crossing, areaId: string): string | undefined {
  const items = to.areas.find(({ id }) => id === areaId)?.items ?? [];
  const counts = new Map<string, number>();
  for (const { id } of items) {
    const step = steps.get(id);
    const area = step && step.change !== 'new' ? areaWith(from, step.from)?.id : undefined;
    if (area !== undefined) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
