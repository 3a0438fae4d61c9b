import type { LoadCall } from './caller.ts';
import { openCaller } from './caller.ts';
import { inRush } from './nation/deadline-plan.ts';
import { type DeadlineOrder, scheduleOf } from './nation/schedule.ts';
import { quantile } from './row.ts';

const mostConnections = 512;
const tickMs = 2;
const timeoutMs = 30_000;
const secondsOfMinute = 60;

/** Milliseconds from when a call was due to its answer. */
export type Latency = { readonly count: number; p50: number; p95: number; p99: number; p999: number; max: number };
export type DeadlineReport = {
  readonly usual: Readonly<Record<'answers' | 'submissions', Latency>>;
  readonly rush: Readonly<Record<'answers' | 'submissions', Latency>>;
  readonly p99OfMinutes: readonly number[];
  readonly failures: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The longest a call was sent after it was due. */
  readonly latestMs: number;
};

const failures: Record<string, number> = {};

const latencyOf = (each: readonly number[]): Latency => ({
  count: each.length,
  ...{ p50: quantile(each, 0.5), p95: quantile(each, 0.95), p99: quantile(each, 0.99), p999: quantile(each, 0.999) },
  max: each.reduce((most, one) => Math.max(most, one), 0),
});

type Done = { readonly at: number; readonly isSubmission: boolean; readonly ms: number };

function reportOf(done: readonly Done[], seconds: number) {
  const of = (isRush: boolean, isSubmission: boolean) =>
    latencyOf(
      done.filter((one) => one.isSubmission === isSubmission && inRush(one.at, seconds) === isRush).map(({ ms }) => ms),
    );
  const minutes = Map.groupBy(done, ({ at }) => Math.floor(at / secondsOfMinute));
  return {
    usual: { answers: of(false, false), submissions: of(false, true) },
    rush: { answers: of(true, false), submissions: of(true, true) },
    p99OfMinutes: [...minutes].sort(([a], [b]) => a - b).map(([, each]) => latencyOf(each.map(({ ms }) => ms)).p99),
  };
}

/** Sends every call when it is due, whatever became of those before it. */
async function run(order: DeadlineOrder): Promise<DeadlineReport> {
  const schedule = scheduleOf(order);
  const caller = openCaller({ url: order.url, connections: mostConnections, timeoutMs });
  const failed = ({ method }: LoadCall, what: string) => {
    failures[`${method} ${what}`] = (failures[`${method} ${what}`] ?? 0) + 1;
  };
  const done: Done[] = [];
  let [pending, latestMs] = [0, 0];
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const now = () => (performance.now() - begun) / 1000;
  for (let next = 0; next < schedule.length || pending > 0; ) {
    for (let at = schedule.at(next); at !== undefined && at <= now(); at = schedule.at(next)) {
      latestMs = Math.max(latestMs, (now() - at) * 1000);
      const { call, isSubmission } = schedule.call(next);
      const due = at;
      pending += 1;
      next += 1;
      const sent = caller.send(call).then(
        (status) => status === 200 || failed(call, String(status)),
        ({ message }) => failed(call, message),
      );
      void sent.then(() => {
        pending -= 1;
        done.push({ at: due, isSubmission, ms: (now() - due) * 1000 });
      });
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  await caller.close();
  const { user, system } = process.cpuUsage(cpu);
  const used = { seconds: now(), cpuSeconds: (user + system) / 1e6, latestMs };
  return { ...reportOf(done, order.seconds), failures, ...used };
}

process.on('message', (order: DeadlineOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
