export { askDecision } from './decision/ask-decision.ts';
export { decide } from './decision/decide.ts';
export { findRequests } from './decision/request-repository.ts';
export { planCommand } from './plan-command.ts';
export { openPlanMaker, type PlanMaker } from './plan-maker.ts';
export { planUsage } from './plan-options.ts';
export { planRoutes } from './routes.ts';
