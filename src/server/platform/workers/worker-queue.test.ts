import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { OddJob } from './testing/odd-worker.ts';
import { WorkFailure } from './work-failure.ts';
import { WorkerQueue, type WorkerQueueOptions } from './worker-queue.ts';

const open: WorkerQueue<OddJob, number>[] = [];

function queueOf(changed: Partial<WorkerQueueOptions> = {}): WorkerQueue<OddJob, number> {
  const queue = new WorkerQueue<OddJob, number>({
    entry: new URL('./testing/odd-worker.ts', import.meta.url),
    jobsPerWorker: 10,
    timeLimitMs: 5_000,
    idleLimitMs: 5_000,
    waitingLimit: 4,
    waitingPerOwner: 4,
    ...changed,
  });
  open.push(queue);
  return queue;
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const failure: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return failure instanceof WorkFailure ? failure.code : `no failure but ${String(failure)}`;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close()));
});

describe('a worker queue', () => {
  it('gives all jobs to one worker, and to a new one after so many', async () => {
    const queue = queueOf({ jobsPerWorker: 2 });
    const threads = await Promise.all(Array.from({ length: 4 }, () => queue.run('answer', 'a')));
    expect(threads[0]).toBe(threads[1]);
    expect(threads[2]).toBe(threads[3]);
    expect(threads[0]).not.toBe(threads[2]);
  });

  it('keeps the worker after a job it refused', async () => {
    const queue = queueOf();
    const before = await queue.run('answer', 'a');
    expect(await failureOf(queue.run('refuse', 'a'))).toBe('refused');
    expect(await queue.run('answer', 'a')).toBe(before);
  });

  it.each<[OddJob, string, Partial<WorkerQueueOptions>]>([
    ['crash', 'crashed', {}],
    ['hang', 'time-limit', { timeLimitMs: 700 }],
    ['hoard', 'crashed', { resourceLimits: { maxOldGenerationSizeMb: 24 } }],
  ])('fails a job that does %s alone, as %s; the next one works', async (job, code, changed) => {
    const queue = queueOf(changed);
    const before = await queue.run('answer', 'a');
    const [failure, after] = await Promise.all([failureOf(queue.run(job, 'a')), queue.run('answer', 'a')]);
    expect(failure).toBe(code);
    expect(after).not.toBe(before);
  });

  it('turns jobs away when too many wait', async () => {
    const queue = queueOf({ waitingLimit: 1 });
    const [first, second, third] = [
      queue.run('answer', 'a'),
      queue.run('answer', 'a'),
      failureOf(queue.run('answer', 'a')),
    ];
    expect(await third).toBe('queue-full');
    expect([typeof (await first), typeof (await second)]).toEqual(['number', 'number']);
  });

  it('turns away jobs of an owner of whom enough wait, while others are still taken', async () => {
    const queue = queueOf({ waitingPerOwner: 2 });
    const own = ['a', 'a', 'a'].map((owner) => queue.run('answer', owner));
    expect(await failureOf(queue.run('answer', 'a'))).toBe('own-queue-full');
    const other = queue.run('answer', 'b');
    expect((await Promise.all([...own, other])).map((thread) => typeof thread)).toEqual(Array(4).fill('number'));
    expect(await failureOf(queue.run('answer', 'a'))).toBe('no failure but undefined');
  });

  it('ends an idle worker', async () => {
    const queue = queueOf({ idleLimitMs: 50 });
    const before = await queue.run('answer', 'a');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await queue.run('answer', 'a')).not.toBe(before);
  });

  it('does not keep a finished process alive', () => {
    const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
    const program = `import { WorkerQueue } from ${here('./worker-queue.ts')};
      const limits = { jobsPerWorker: 9, timeLimitMs: 9_000, idleLimitMs: 60_000, waitingLimit: 9, waitingPerOwner: 9 };
      await new WorkerQueue({ entry: new URL(${here('./testing/odd-worker.ts')}), ...limits }).run('answer', 'a');`;
    const { status } = spawnSync(process.execPath, ['-'], { input: program, timeout: 8_000 });
    expect(status).toBe(0);
  });

  it('fails what runs and what waits when it is closed, and everything after', async () => {
    const queue = queueOf();
    await queue.run('answer', 'a');
    const failures = [failureOf(queue.run('hang', 'a')), failureOf(queue.run('answer', 'a'))];
    await queue.close();
    expect(await Promise.all([...failures, failureOf(queue.run('answer', 'a'))])).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
  });
});
