export { assignArea } from './assign-area.ts';
export { beginRun } from './begin-run.ts';
export { carryOver } from './last-year.ts';
export { countsOf, summaryOf } from './read-run.ts';
export { answersOf, findRun, lockRun, previousRun, type RunRow, submittedRun } from './repository.ts';
export { sheetRoutes } from './routes.ts';
export { saveAnswer } from './save-answer.ts';
export { sheetOfRun } from './sheet-of-run.ts';
export { takeAnswers } from './take-answers.ts';
