export { WorkFailure } from './work-failure.ts';
export { answerJobs } from './worker-answer.ts';
export { WorkerQueue, type WorkerQueueOptions } from './worker-queue.ts';
