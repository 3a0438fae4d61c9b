import { answerJobs } from '../platform/workers/index.ts';
import { makeFrontier } from './make-frontier.ts';
import type { PlanJob } from './plan-maker.ts';

answerJobs(({ problem, seconds }: PlanJob) => makeFrontier(problem, seconds));
