import { parentPort, type Transferable, type Worker } from 'node:worker_threads';
import { WorkFailure } from './work-failure.ts';

/** What a worker answers: the outcome, or why it refused the job. */
export type Reply<Outcome> = { readonly outcome: Outcome } | { readonly refusal: string };

/** Hands the worker one job and waits for its reply, its end or the time limit, whichever comes first. */
export function answerOf<Outcome>(worker: Worker, job: unknown, limitMs: number): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const onMessage = (reply: Reply<Outcome>): void => {
    if ('outcome' in reply) resolve(reply.outcome);
    else reject(new WorkFailure('refused', reply.refusal));
  };
  const onError = (cause: unknown): void => reject(new WorkFailure('crashed', cause));
  const onExit = (code: number): void => reject(new WorkFailure('crashed', `worker ended with ${code}`));
  const limit = setTimeout(() => reject(new WorkFailure('time-limit')), limitMs);
  worker.ref();
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.postMessage(job);
  return promise.finally(() => {
    clearTimeout(limit);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}

/** The worker's side: answers each job with what `work` makes of it; an error it throws is a refusal, not a crash. */
export function answerJobs<Job, Outcome>(
  work: (job: Job) => Promise<Outcome> | Outcome,
  transferOf: (outcome: Outcome) => Transferable[] = () => [],
): void {
  parentPort?.on('message', async (job: Job) => {
    try {
      const outcome = await work(job);
      parentPort?.postMessage({ outcome } satisfies Reply<Outcome>, transferOf(outcome));
    } catch (cause) {
      const refusal = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      parentPort?.postMessage({ refusal } satisfies Reply<Outcome>);
    }
  });
}
