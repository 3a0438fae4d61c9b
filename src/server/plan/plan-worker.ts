import { answerJobs } from '../platform/workers/index.ts';
import { makePlan } from './make-plan.ts';
import type { PlanJob } from './plan-maker.ts';

answerJobs(({ problem, seconds }: PlanJob) => makePlan(problem, seconds));
