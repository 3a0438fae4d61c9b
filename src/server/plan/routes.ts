import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { planContract } from '#core/plan/contract.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { acceptPlan } from './accept-plan.ts';
import { carryOver, type OnCarried } from './carry-over.ts';
import { findCosts } from './cost-repository.ts';
import { askDecision } from './decision/ask-decision.ts';
import { decide } from './decision/decide.ts';
import { listDecided, listDecisions } from './decision/list-decisions.ts';
import { editRequest, withdrawRequest } from './decision/save-request.ts';
import { writeDecisionSheet } from './decision/write-decision-sheet.ts';
import { readDerived, takeDerived } from './derived-answers.ts';
import { keepWish, listWishes } from './keep-wish.ts';
import { listTasks, taskSums } from './list-tasks.ts';
import type { PlanMaker } from './plan-maker.ts';
import { frontierOfRun, planRun } from './plan-run.ts';
import { readTask } from './read-task.ts';
import { addRecurring, listRecurring } from './recurring-tasks.ts';
import { addTask, editTask } from './save-task.ts';
import { setCost } from './set-cost.ts';
import { listAcceptances } from './wish-repository.ts';
import { removeComment, writeComment } from './write-comment.ts';

type Parts = {
  readonly catalogue: Catalogue;
  readonly plans: PlanMaker;
  readonly documents: Documents;
  readonly onCarried: OnCarried;
};

const implemented = () => implement(planContract).$context<RequestContext>();

function decisionRoutes(os: ReturnType<typeof implemented>, parts: Parts) {
  return {
    decisionRequests: os.decisionRequests.handler(({ context }) =>
      context.inFacility((facility) => listDecisions(facility, parts.catalogue)),
    ),
    decisions: os.decisions.handler(({ context, input }) =>
      context.inFacility((facility) => listDecided(facility, input.after)),
    ),
    askDecision: os.askDecision.handler(({ context, input: { facilityId: _, ...asked } }) =>
      context.inFacility((facility) => askDecision(facility, parts.catalogue, asked)),
    ),
    editRequest: os.editRequest.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editRequest(facility, edit)),
    ),
    withdrawRequest: os.withdrawRequest.handler(({ context, input }) =>
      context.inFacility((facility) => withdrawRequest(facility, input.requestId)),
    ),
    decide: os.decide.handler(({ context, input: { facilityId: _, ...deciding } }) =>
      context.inFacility((facility) => decide(facility, deciding)),
    ),
    decisionSheet: os.decisionSheet.handler(({ context }) => writeDecisionSheet(context, parts)),
  };
}

export function planRoutes(parts: Parts) {
  const os = implemented();
  return os.router({
    ...decisionRoutes(os, parts),
    make: os.make.handler(({ context, input }) => planRun(context, parts, input)),
    frontier: os.frontier.handler(({ context, input }) => frontierOfRun(context, parts, input)),
    costs: os.costs.handler(({ context }) => context.inFacility(findCosts)),
    setCost: os.setCost.handler(({ context, input }) =>
      context.inFacility((facility) => setCost(facility, parts.catalogue, input)),
    ),
    wishes: os.wishes.handler(({ context, input }) =>
      context.inFacility((facility) => listWishes(facility, parts.catalogue, input.runId)),
    ),
    keepWish: os.keepWish.handler(({ context, input: { facilityId: _, ...kept } }) =>
      context.inFacility((facility) => keepWish(facility, parts.catalogue, kept)),
    ),
    acceptances: os.acceptances.handler(({ context, input }) =>
      context.inFacility((facility) => listAcceptances(facility, input.fiscalYear)),
    ),
    tasks: os.tasks.handler(({ context, input }) =>
      context.inFacility((facility) => listTasks(facility, parts.catalogue, input)),
    ),
    taskSums: os.taskSums.handler(({ context, input }) =>
      context.inFacility((facility) => taskSums(facility, parts.catalogue, input)),
    ),
    derivedAnswers: os.derivedAnswers.handler(({ context, input }) =>
      context.inFacility(async (facility) => [...(await readDerived(facility, parts.catalogue, input.runId))]),
    ),
    takeDerived: os.takeDerived.handler(({ context, input }) =>
      context.inFacility((facility) => takeDerived(facility, parts.catalogue, input)),
    ),
    task: os.task.handler(({ context, input }) => context.inFacility((facility) => readTask(facility, input.taskId))),
    comment: os.comment.handler(({ context, input }) =>
      context.inFacility((facility) => writeComment(facility, input)),
    ),
    removeComment: os.removeComment.handler(({ context, input }) =>
      context.inFacility((facility) => removeComment(facility, input)),
    ),
    acceptPlan: os.acceptPlan.handler(({ context, input }) =>
      context.inFacility((facility) => acceptPlan(facility, parts.catalogue, input)),
    ),
    addTask: os.addTask.handler(({ context, input: { facilityId: _, ...task } }) =>
      context.inFacility((facility) => addTask(facility, task)),
    ),
    carryOver: os.carryOver.handler(({ context, input }) =>
      context.inFacility((facility) => carryOver(facility, input.fiscalYear, parts.onCarried)),
    ),
    recurring: os.recurring.handler(({ context, input }) =>
      context.inFacility((facility) => listRecurring(facility, parts.catalogue, input.fiscalYear)),
    ),
    addRecurring: os.addRecurring.handler(({ context, input }) =>
      context.inFacility((facility) => addRecurring(facility, parts.catalogue, input)),
    ),
    editTask: os.editTask.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editTask(facility, edit)),
    ),
  });
}
