import { setTimeout } from 'node:timers/promises';
import { quarterDays } from '../src/core/plan/quarter-days.ts';
import { schedule } from '../src/core/plan/schedule.ts';
import { openPlanMaker } from '../src/server/plan/index.ts';
import { fixedWorkMs } from './fixed-work.ts';
import { loopDelay } from './loop-delay.ts';
import { madeProblems } from './made-problem.ts';
import { atMost, quantile, type Row } from './row.ts';

const problems = 15;
const owner = 'bench';
const longest = { 1: 2_000, 3: 5_000 } as const;

type Made = { readonly ms: readonly number[]; readonly gap: number; readonly over: number };

/** How long each plan takes, one after the other in the worker that is there already, its quarters with it; the largest gap left, and the most days over what a quarter has. */
async function makePlans(maker: ReturnType<typeof openPlanMaker>, limitedRoles: number): Promise<Made> {
  const ms: number[] = [];
  let gap = 0;
  let over = 0;
  for (const { problem, year } of madeProblems(problems, limitedRoles)) {
    const begun = performance.now();
    const plan = await maker.make(problem, owner);
    const inPlan = new Set(plan.chosen.map(({ id }) => id));
    const chosen = problem.measures.filter(({ id }) => inPlan.has(id));
    const days = quarterDays(chosen, schedule(chosen, year, problem.begun), year).flatMap(({ quarters }) => quarters);
    ms.push(performance.now() - begun);
    gap = Math.max(gap, plan.status === 'optimal' ? plan.gap : 1);
    over = Math.max(over, ...days.map(({ used, given }) => used - given));
  }
  return { ms, gap, over };
}

async function plansOf(maker: ReturnType<typeof openPlanMaker>, limitedRoles: 1 | 3): Promise<readonly Row[]> {
  const fixedWork = fixedWorkMs();
  const idle = await loopDelay(() => setTimeout(2_000));
  let made: Made = { ms: [], gap: 1, over: 1 };
  const busy = await loopDelay(async () => {
    made = await makePlans(maker, limitedRoles);
  });
  const median = quantile(made.ms, 0.5);
  const name = `plan of 200 measures and 80 items, ${limitedRoles === 1 ? 'one role' : 'three roles'} × four quarters`;
  const raw = { ms: made.ms, fixedWork, ratio: median / fixedWork };
  return [
    atMost(longest[limitedRoles], { name: `${name}, median`, value: median, unit: 'ms', raw }),
    atMost(0, { name: `${name}, largest gap`, value: made.gap, unit: 'share', raw: {} }),
    atMost(0.1, { name: `${name}, most over a quarter`, value: made.over, unit: 'person-days', raw: {} }),
    atMost(50, {
      name: `event-loop delay, ${name}`,
      value: busy.maxMs,
      unit: 'ms',
      raw: { ...busy, idle, ratio: busy.maxMs / idle.maxMs },
    }),
  ];
}

/** Issue: 200 measures × 80 items with money and days, proven the best; one role × four quarters within 2 s, three within 5 s, off the event loop. */
export async function benchPlan(): Promise<readonly Row[]> {
  const maker = openPlanMaker();
  try {
    await makePlans(maker, 0);
    return [...(await plansOf(maker, 1)), ...(await plansOf(maker, 3))];
  } finally {
    await maker.close();
  }
}
