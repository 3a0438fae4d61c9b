export { assessCommand } from './assess-command.ts';
export { assessUsage } from './assess-options.ts';
export { assessmentRoutes } from './routes.ts';
export { submitRun } from './submit-run.ts';
export { textTable } from './text-table.ts';
