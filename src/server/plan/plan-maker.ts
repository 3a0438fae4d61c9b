import type { Frontier } from '#core/plan/frontier.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { PlanProblem } from '#core/plan/problem.ts';
import { WorkerQueue } from '../platform/workers/index.ts';

/** A problem, and how many seconds its plan may take. */
export type PlanJob = { readonly problem: PlanProblem; readonly seconds: number };

/**
 * Makes plans in a worker thread, so that the event loop stays free and a server nobody plans with never loads the solver.
 * `owner` is the facility: only so many of one may wait. Rejects with `WorkFailure`.
 */
export type PlanMaker = {
  make(problem: PlanProblem, owner: string): Promise<Plan>;
  /** What more money or time would buy. */
  frontier(problem: PlanProblem, owner: string): Promise<Frontier>;
  close(): Promise<void>;
};

/** Time in ms beyond its own limit after which a job is taken to hang. */
const grace = 20_000;
const limits = { jobsPerWorker: 50, idleLimitMs: 30_000, waitingLimit: 50, waitingPerOwner: 2 };

/** The worker starts with the first plan and ends when idle. */
export function openPlanMaker({ seconds = 10 }: { readonly seconds?: number } = {}): PlanMaker {
  const queueOf = <Made>(file: string) =>
    new WorkerQueue<PlanJob, Made>({
      entry: new URL(file, import.meta.url),
      ...limits,
      timeLimitMs: seconds * 1000 + grace,
    });
  const plans = queueOf<Plan>('./plan-worker.ts');
  const frontiers = queueOf<Frontier>('./frontier-worker.ts');
  return {
    make: (problem, owner) => plans.run({ problem, seconds }, owner),
    frontier: (problem, owner) => frontiers.run({ problem, seconds }, owner),
    close: async () => void (await Promise.all([plans.close(), frontiers.close()])),
  };
}
