export { type AnswerWords, answersOf, answerWordsOf, answerWordsOfRuns } from './answer-repository.ts';
export { answersLive } from './answers-live.ts';
export { assignArea } from './assign-area.ts';
export { endAssignments } from './assignment-repository.ts';
export { beginAuditRun, handAuditAreas } from './audit-run.ts';
export { beginPlace, beginRun } from './begin-run.ts';
export { carryOver } from './last-year.ts';
export { countsOf, summaryOf } from './read-run.ts';
export { readableItems } from './readable.ts';
export { sheetRoutes } from './routes.ts';
export {
  closeAuditRun,
  findRun,
  lockRun,
  newestSubmitted,
  newestSubmittedRun,
  previousRun,
  type RunRow,
  runsOfYear,
  submittedRun,
} from './run-repository.ts';
export { saveAnswer } from './save-answer.ts';
export { placesIn, sheetOfRun } from './sheet-of-run.ts';
export { moveStages, saveStage } from './stage-repository.ts';
export { takeAnswers } from './take-answers.ts';
export { tellAreasAssigned } from './tell-areas-assigned.ts';
export { areasHeld, itemsAnswered, sheetsOfRuns, submitters } from './work-repository.ts';
