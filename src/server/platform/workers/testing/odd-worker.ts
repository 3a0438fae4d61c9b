import { threadId } from 'node:worker_threads';
import { answerJobs } from '../worker-answer.ts';

export type OddJob = 'answer' | 'refuse' | 'crash' | 'hang' | 'hoard';

/** A worker that does what a test asks of it and answers with the id of its thread. */
answerJobs((job: OddJob): number => {
  if (job === 'refuse') throw new Error('not this one');
  if (job === 'crash') process.exit(3);
  if (job === 'hang') for (;;) Math.random();
  if (job === 'hoard') for (const hoard: unknown[] = []; ; ) hoard.push(new Array(10_000).fill(threadId));
  return threadId;
});
