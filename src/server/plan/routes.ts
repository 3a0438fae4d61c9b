import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { planContract } from '#core/plan/contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import type { PlanMaker } from './plan-maker.ts';
import { planRun } from './plan-run.ts';

export function planRoutes(parts: { readonly catalogue: Catalogue; readonly plans: PlanMaker }) {
  const os = implement(planContract).$context<RequestContext>();
  return os.router({
    make: os.make.handler(({ context, input }) => planRun(context, parts, input)),
  });
}
