import type { BoardMatter, Decision } from './board-matter.ts';
import { budget, climb, time, withoutCost } from './measure-decisions.ts';
import { again, contradictions, disproved, finish, keep, mutual, records, unknown } from './upkeep-decisions.ts';

/**
 * The three decisions asked for, the cheapest useful one first. The last three hold for every run, so that there are
 * always three.
 */
export function decisionsOf(matter: BoardMatter): readonly Decision[] {
  const rules = [
    disproved,
    withoutCost,
    climb,
    budget,
    finish,
    unknown,
    contradictions,
    time,
    keep,
    records,
    again,
    mutual,
  ];
  return rules.flatMap((rule) => rule(matter) ?? []).slice(0, 3);
}
