export { findAnswered, networkBeside } from './answered-run.ts';
export { assessCommand } from './assess-command.ts';
export { assessUsage } from './assess-options.ts';
export { measureContextOf } from './compute-result.ts';
export { type CommandOutput, printFaults, wantsJson } from './print-faults.ts';
export { readAnswers } from './read-answers.ts';
export { assessmentRoutes } from './routes.ts';
export { submitRun } from './submit-run.ts';
export { textTable } from './text-table.ts';
