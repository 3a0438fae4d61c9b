import { type ResourceLimits, Worker } from 'node:worker_threads';
import { WorkFailure, type WorkFailureCode } from './work-failure.ts';
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
  /** So many may wait for one owner, so that nobody holds back all others. */
  readonly waitingPerOwner: number;
  readonly resourceLimits?: ResourceLimits;
};

type Waiting<Job, Outcome> = {
  readonly job: Job;
  readonly owner: string;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (failure: WorkFailure) => void;
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

  /** `owner` is whoever the job is done for: a facility, or a person where there is none. */
  run(job: Job, owner: string): Promise<Outcome> {
    const hindrance = this.#hindrance(owner);
    if (hindrance) return Promise.reject(new WorkFailure(hindrance));
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    this.#waiting.push({ job, owner, resolve, reject });
    void this.#proceed();
    return promise;
  }

  #hindrance(owner: string): WorkFailureCode | undefined {
    const { waitingLimit, waitingPerOwner } = this.#options;
    if (this.#closed) return 'closed';
    if (this.#waiting.length >= waitingLimit) return 'queue-full';
    const own = this.#waiting.filter((waiting) => waiting.owner === owner).length;
    return own >= waitingPerOwner ? 'own-queue-full' : undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new WorkFailure('closed'));
    await this.#endWorker();
  }

  async #proceed(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#work(next);
    this.#busy = false;
    this.#rest();
  }

  async #work({ job, resolve, reject }: Waiting<Job, Outcome>): Promise<void> {
    try {
      const worker = this.#startedWorker();
      resolve(await answerOf<Outcome>(worker, job, this.#options.timeLimitMs));
    } catch (cause) {
      const failure = cause instanceof WorkFailure ? cause : new WorkFailure('crashed', cause);
      reject(this.#closed ? new WorkFailure('closed') : failure);
      if (failure.code !== 'refused') this.#jobsLeft = 0;
    }
    this.#jobsLeft -= 1;
    if (this.#jobsLeft <= 0) void this.#endWorker();
  }

  #startedWorker(): Worker {
    clearTimeout(this.#idle);
    if (this.#worker) return this.#worker;
    const { entry, resourceLimits, jobsPerWorker } = this.#options;
    const worker = new Worker(entry, { name: 'worker', ...(resourceLimits ? { resourceLimits } : {}) });
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
