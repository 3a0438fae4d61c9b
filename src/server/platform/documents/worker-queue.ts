import { type ResourceLimits, type Transferable, Worker } from 'node:worker_threads';
import { DocumentFailure } from './document-failure.ts';
import { answerOf } from './worker-answer.ts';

export type WorkerQueueOptions = {
  /** The worker's file; it answers every message with one `Reply`. */
  readonly entry: URL;
  /** A new worker after so many jobs, because native memory only grows. */
  readonly jobsPerWorker: number;
  readonly timeLimitMs: number;
  /** The worker ends after so long without work. */
  readonly idleLimitMs: number;
  readonly waitingLimit: number;
  readonly resourceLimits?: ResourceLimits;
};

type Waiting<Job, Outcome> = {
  readonly job: Job;
  readonly transfer: readonly Transferable[];
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (failure: DocumentFailure) => void;
};

/** One worker thread and a queue before it. A job that crashes or takes too long fails alone; the next gets a new worker. */
export class WorkerQueue<Job, Outcome> {
  readonly #options: WorkerQueueOptions;
  readonly #waiting: Waiting<Job, Outcome>[] = [];
  #worker: Worker | undefined;
  #jobsLeft = 0;
  #busy = false;
  #closed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: WorkerQueueOptions) {
    this.#options = options;
  }

  run(job: Job, transfer: readonly Transferable[] = []): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new DocumentFailure('closed'));
    if (this.#waiting.length >= this.#options.waitingLimit) return Promise.reject(new DocumentFailure('queue-full'));
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    this.#waiting.push({ job, transfer, resolve, reject });
    void this.#proceed();
    return promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new DocumentFailure('closed'));
    await this.#endWorker();
  }

  async #proceed(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#work(next);
    this.#busy = false;
    this.#rest();
  }

  async #work({ job, transfer, resolve, reject }: Waiting<Job, Outcome>): Promise<void> {
    try {
      const worker = this.#startedWorker();
      resolve(await answerOf<Outcome>(worker, job, transfer, this.#options.timeLimitMs));
    } catch (cause) {
      const failure = cause instanceof DocumentFailure ? cause : new DocumentFailure('crashed', cause);
      reject(this.#closed ? new DocumentFailure('closed') : failure);
      if (failure.code !== 'refused') this.#jobsLeft = 0;
    }
    this.#jobsLeft -= 1;
    if (this.#jobsLeft <= 0) void this.#endWorker();
  }

  #startedWorker(): Worker {
    clearTimeout(this.#idle);
    if (this.#worker) return this.#worker;
    const { entry, resourceLimits, jobsPerWorker } = this.#options;
    const worker = new Worker(entry, { name: 'documents', ...(resourceLimits ? { resourceLimits } : {}) });
    worker.on('error', () => this.#forget(worker)).on('exit', () => this.#forget(worker));
    this.#worker = worker;
    this.#jobsLeft = jobsPerWorker;
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }

  async #endWorker(): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#worker;
    this.#worker = undefined;
    await ending?.terminate();
  }

  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.#endWorker(), this.#options.idleLimitMs);
    this.#idle.unref();
  }
}
