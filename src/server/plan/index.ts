export { acceptPlan } from './accept-plan.ts';
export { listTasks } from './list-tasks.ts';
export { planCommand } from './plan-command.ts';
export { openPlanMaker, type PlanMaker } from './plan-maker.ts';
export { planUsage } from './plan-options.ts';
export { planRoutes } from './routes.ts';
export { editTask } from './save-task.ts';
export { writeComment } from './write-comment.ts';
