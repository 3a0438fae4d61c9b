import type { PlanMeasure, PlanProblem } from './problem.ts';

/** One thing a plan may take only so much of in its first year. */
export type PlanLimit = {
  readonly name: 'budget' | 'personDays' | 'role';
  /** Of a limit of its own for one role. */
  readonly role: string | null;
  /** Yen, or person-days. */
  readonly given: number;
  readonly takenBy: (measure: PlanMeasure) => number;
  /** By how much an amount is multiplied to be whole: shares of tenths of days among up to three roles are. */
  readonly scale: number;
};

const tenth = 10;
const shares = 6;

/** What one role does of a measure, in person-days. */
export function shareOf({ personDays, roles }: PlanMeasure, role: string): number {
  return roles.includes(role) ? personDays / roles.length : 0;
}

/** The limits of a problem: budget, person-days of all, then those of single roles. */
export function limitsOf({ budget, personDays, roleDays }: PlanProblem): readonly PlanLimit[] {
  return [
    { name: 'budget', role: null, given: budget, takenBy: ({ cost }) => cost, scale: 1 },
    { name: 'personDays', role: null, given: personDays, takenBy: (measure) => measure.personDays, scale: tenth },
    ...roleDays.map(
      ({ role, days }): PlanLimit => ({
        name: 'role',
        role,
        given: days,
        takenBy: (measure) => shareOf(measure, role),
        scale: tenth * shares,
      }),
    ),
  ];
}

/** An amount as a whole number of the limit. */
export const scaled = ({ scale }: PlanLimit, amount: number): number => Math.round(amount * scale);

/** What chosen measures take of a limit, rounded up to whole yen or tenths of a day. */
export function takenOf(limit: PlanLimit, chosen: readonly PlanMeasure[]): number {
  const whole = chosen.reduce((sum, measure) => sum + scaled(limit, limit.takenBy(measure)), 0);
  const step = limit.name === 'budget' ? 1 : tenth;
  return Math.ceil((whole * step) / limit.scale) / step;
}

/** The same problem with another amount of one of its limits. */
export function withLimit(problem: PlanProblem, { name, role }: Pick<PlanLimit, 'name' | 'role'>, amount: number) {
  if (name !== 'role') return { ...problem, [name]: amount };
  const roleDays = problem.roleDays.map((one) => (one.role === role ? { role, days: amount } : one));
  return { ...problem, roleDays };
}

/** The same problem without one of its limits. */
export const withoutLimit = (problem: PlanProblem, limit: Pick<PlanLimit, 'name' | 'role'>): PlanProblem =>
  withLimit(problem, limit, Number.POSITIVE_INFINITY);
