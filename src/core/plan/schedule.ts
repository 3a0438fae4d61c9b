import { z } from 'zod';
import { shareOf } from './limit.ts';
import type { PlanMeasure } from './problem.ts';

/** Quarters of a fiscal year: 1 is April to June. */
export const quarters = [1, 2, 3, 4] as const;
export const quarterSchema = z.literal(quarters);
export type Quarter = z.infer<typeof quarterSchema>;

/** 「4〜6月」, in the order of the quarters. */
export const quarterTitles = ['4〜6月', '7〜9月', '10〜12月', '1〜3月'] as const;

const daysSchema = z.number().min(0).max(99_999).multipleOf(0.1);

/** What one role has in each quarter of the year, in person-days. */
export const roleQuartersSchema = z.object({
  role: z.string().max(40),
  days: z.tuple([daysSchema, daysSchema, daysSchema, daysSchema]),
});
export type RoleQuarters = z.infer<typeof roleQuartersSchema>;

/** What there is to do the work with: quarters before `from` are over. */
export type Year = {
  readonly from: Quarter;
  /** Person-days of the year, all people together. */
  readonly personDays: number;
  readonly roles: readonly RoleQuarters[];
};

const dust = 1e-9;

/** What a role has in the quarters still to come. */
export const daysLeft = ({ days }: RoleQuarters, from: Quarter): number =>
  days.reduce((sum, one, at) => sum + (at + 1 < from ? 0 : one), 0);

/**
 * The quarter in which each chosen measure is done: the earliest in which its work, and all that is done by then, fits into
 * what there is until its end. Work may stretch over quarters; those begun come first, and what has to stand first is done
 * no later. Whatever fits into the year fits into its last quarter at the latest.
 */
export function schedule(chosen: readonly PlanMeasure[], year: Year, begun: ReadonlySet<string>): Map<string, Quarter> {
  const gauges = gaugesOf(year);
  const done = new Map<string, Quarter>();
  for (const measure of inOrder(chosen, begun)) {
    const needed = measure.requires.map((id) => done.get(id) ?? year.from);
    const quarter = earliest(measure, gauges, Math.max(year.from, ...needed));
    for (const { takenBy, taken } of gauges) add(taken, quarter, takenBy(measure));
    done.set(measure.id, quarter);
  }
  return done;
}

type Gauge = {
  /** Null where it is of all people together. */
  readonly role: string | null;
  readonly takenBy: (measure: PlanMeasure) => number;
  /** Person-days there are until the end of each quarter. */
  readonly until: readonly number[];
  /** Person-days of the measures done by the end of each quarter. */
  readonly taken: number[];
};

/** What limits the work of a year: all people together, and each role with days of its own. */
export function gaugesOf({ from, personDays, roles }: Year): readonly Gauge[] {
  const open = quarters.length + 1 - from;
  const evenly = quarters.map((quarter) => (personDays * Math.max(0, quarter + 1 - from)) / open);
  const gauge = (role: string | null, takenBy: Gauge['takenBy'], until: readonly number[]): Gauge => ({
    role,
    takenBy,
    until,
    taken: [0, 0, 0, 0],
  });
  return [
    gauge(null, (measure) => measure.personDays, evenly),
    ...roles.map(({ role, days }) => {
      const until = quarters.map((quarter) =>
        days.reduce((sum, one, at) => sum + (at + 1 < from || at >= quarter ? 0 : one), 0),
      );
      return gauge(role, (measure) => shareOf(measure, role), until);
    }),
  ];
}

function earliest(measure: PlanMeasure, gauges: readonly Gauge[], from: number): Quarter {
  const fits = (quarter: Quarter) =>
    gauges.every(({ takenBy, until, taken }) =>
      quarters.every((end, at) => end < quarter || (taken[at] ?? 0) + takenBy(measure) <= (until[at] ?? 0) + dust),
    );
  return quarters.find((quarter) => quarter >= from && fits(quarter)) ?? 4;
}

function add(taken: number[], quarter: Quarter, days: number): void {
  for (const end of quarters) if (end >= quarter) taken[end - 1] = (taken[end - 1] ?? 0) + days;
}

/** Those begun first, and before each what it needs. */
function inOrder(chosen: readonly PlanMeasure[], begun: ReadonlySet<string>): readonly PlanMeasure[] {
  const byId = new Map(chosen.map((measure) => [measure.id, measure]));
  const ordered = new Set<PlanMeasure>();
  const visited = new Set<string>();
  const visit = (measure: PlanMeasure) => {
    if (visited.has(measure.id)) return;
    visited.add(measure.id);
    for (const id of measure.requires) {
      const first = byId.get(id);
      if (first) visit(first);
    }
    ordered.add(measure);
  };
  for (const measure of chosen.filter(({ id }) => begun.has(id))) visit(measure);
  for (const measure of chosen) visit(measure);
  return [...ordered];
}
