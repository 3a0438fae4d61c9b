import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { planContract } from '#core/plan/contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { acceptPlan } from './accept-plan.ts';
import { carryOver } from './carry-over.ts';
import { findCosts } from './cost-repository.ts';
import type { PlanMaker } from './plan-maker.ts';
import { frontierOfRun, planRun } from './plan-run.ts';
import { addTask, editTask } from './save-task.ts';
import { setCost } from './set-cost.ts';
import { findTasks } from './task-repository.ts';

export function planRoutes(parts: { readonly catalogue: Catalogue; readonly plans: PlanMaker }) {
  const os = implement(planContract).$context<RequestContext>();
  return os.router({
    make: os.make.handler(({ context, input }) => planRun(context, parts, input)),
    frontier: os.frontier.handler(({ context, input }) => frontierOfRun(context, parts, input)),
    costs: os.costs.handler(({ context }) => context.inFacility(findCosts)),
    setCost: os.setCost.handler(({ context, input }) =>
      context.inFacility((facility) => setCost(facility, parts.catalogue, input)),
    ),
    tasks: os.tasks.handler(({ context, input }) =>
      context.inFacility((facility) => findTasks(facility, input.fiscalYear)),
    ),
    acceptPlan: os.acceptPlan.handler(({ context, input }) =>
      context.inFacility((facility) => acceptPlan(facility, parts.catalogue, input)),
    ),
    addTask: os.addTask.handler(({ context, input: { facilityId: _, ...task } }) =>
      context.inFacility((facility) => addTask(facility, task)),
    ),
    carryOver: os.carryOver.handler(({ context, input }) =>
      context.inFacility((facility) => carryOver(facility, input.fiscalYear)),
    ),
    editTask: os.editTask.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editTask(facility, edit)),
    ),
  });
}
