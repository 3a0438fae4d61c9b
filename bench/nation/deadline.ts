import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { descendantsOf } from '../../src/server/app/testing/own-process.ts';
import type { DeadlineReport } from '../deadline-load.ts';
import { atMost, quantile, type Row } from '../row.ts';
import {
  answeredBefore,
  answersPerSecond,
  askedOf,
  facilitiesFor,
  facilitiesPerSecond,
  rush,
} from './deadline-plan.ts';
import { answerFirst, beginNextYear, type Due, questionsOf } from './next-year.ts';
import type { DeadlineOrder } from './schedule.ts';
import { keepSessionsOpen, type World } from './world.ts';
import { hospitalsOfWriters } from './writers.ts';

const sheets = ['hospital', 'network-level', 'executive'] as const;
const mostMs = 500;
const mostMemoryGrowth = 1.25;
const sampleMs = 5_000;
const ticksPerSecond = 100;
const secondsOfMinute = 60;
/** Whoever begins in the last minutes of the hour has signed in during it, and not before: sessions end after an hour of rest. */
const idleSeconds = 3_000;

/** Facilities at work in the hour: hospitals first, then as many small ones as are needed beside them. */
async function facilitiesAtWork({ owner, scale }: World, seconds: number): Promise<readonly Due[]> {
  const wanted = facilitiesFor(seconds);
  const to = Math.min(scale.hospitals - 1, hospitalsOfWriters + wanted - 1);
  const small = Math.max(0, wanted - (to - hospitalsOfWriters + 1));
  const due = await beginNextYear(owner, { sheets, from: hospitalsOfWriters, to, small });
  if (due.length < wanted)
    throw new Error(`${wanted} facilities are needed, there are ${due.length}: choose fewer minutes`);
  return due;
}

async function prepare(world: World, seconds: number): Promise<DeadlineOrder> {
  const questions = questionsOf(sheets);
  const due = await facilitiesAtWork(world, seconds);
  const answered = due.map((facility, place) => answeredBefore(place, askedOf(facility, questions).length));
  await answerFirst(world.owner, due, answered, questions);
  await keepSessionsOpen(world.owner, Math.max(0, seconds - idleSeconds));
  return { url: world.url, seconds, due, questions };
}

type Sample = { readonly at: number; readonly nodeMb: number; readonly nodeCpu: number; readonly postgresCpu: number };

async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // With the children it has waited for: a backend that ended is counted with the postmaster.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks || 0), 0) / ticksPerSecond;
}

async function sampleOf(pid: number, begun: number): Promise<Sample> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const below = await Promise.all(descendantsOf(pid).map(cpuSecondsOf));
  return {
    at: (performance.now() - begun) / 1000,
    nodeMb: Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1]) / 1024,
    nodeCpu: await cpuSecondsOf(pid),
    postgresCpu: below.reduce((sum, seconds) => sum + seconds, 0),
  };
}

function watch(pid: number) {
  const begun = performance.now();
  const samples: Sample[] = [];
  let taking = Promise.resolve();
  const take = async () => void samples.push(await sampleOf(pid, begun));
  const timer = setInterval(() => {
    taking = taking.then(take);
  }, sampleMs);
  return async () => {
    clearInterval(timer);
    await taking;
    await take();
    return samples;
  };
}

function sendDeadline(order: DeadlineOrder): Promise<DeadlineReport> {
  const child = fork(join(import.meta.dirname, '../deadline-load.ts'), { stdio: ['ignore', 2, 2, 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (report) => {
      resolve(report as DeadlineReport);
      child.kill();
    });
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)));
    child.send(order);
  });
}

/** Memory of the last fifth against that of the second fifth, when the heap has reached its size. */
function memoryGrowth(samples: readonly Sample[]): number {
  const fifth = (nth: number) =>
    quantile(
      samples
        .slice(Math.floor((samples.length * nth) / 5), Math.ceil((samples.length * (nth + 1)) / 5))
        .map((one) => one.nodeMb),
      0.5,
    );
  return fifth(4) / fifth(1);
}

function cores(samples: readonly Sample[], report: DeadlineReport) {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at === first.at) return {};
  const of = (key: 'nodeCpu' | 'postgresCpu') => (last[key] - first[key]) / (last.at - first.at);
  return { server: of('nodeCpu'), postgres: of('postgresCpu'), generator: report.cpuSeconds / report.seconds };
}

function tellMinutes(minutes: number, say: (line: string) => void): NodeJS.Timeout {
  let left = minutes;
  return setInterval(() => {
    left -= 1;
    if (left > 0) say(`残り ${left} 分`);
  }, secondsOfMinute * 1000);
}

/** Issue: 238 answers and 2.2 submissions a second, ten minutes of the hour three times as many; from when they were due. */
export async function deadlineRows(
  world: World,
  minutes: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const seconds = minutes * secondsOfMinute;
  const order = await prepare(world, seconds);
  say(`${minutes} 分のあいだ ${order.due.length.toLocaleString()} 施設が答え、提出します…`);
  const stopWatch = watch(world.pid);
  const told = tellMinutes(minutes, say);
  const report = await sendDeadline(order).finally(() => clearInterval(told));
  const samples = await stopWatch();
  const failed = Object.values(report.failures).reduce((sum, count) => sum + count, 0);
  const worst = Math.max(
    ...[report.usual, report.rush].flatMap((part) => Object.values(part).map(({ p99 }) => p99 || 0)),
  );
  const rate = { answersPerSecond, submissionsPerSecond: facilitiesPerSecond, timesInRush: rush.times };
  return [
    atMost(mostMs, {
      name: `p99 of the deadline hour, worst of answers and submissions, usual and rush (${minutes} min)`,
      value: worst,
      unit: 'ms',
      raw: { ...rate, ...report, coresUsed: cores(samples, report) },
    }),
    atMost(0, { name: 'errors in the deadline hour', value: failed, unit: 'calls', raw: report.failures }),
    atMost(mostMemoryGrowth, {
      name: 'memory of the server at the end of the deadline hour',
      value: memoryGrowth(samples),
      unit: 'times that of the second fifth',
      raw: { residentMb: samples.map(({ nodeMb }) => Math.round(nodeMb)) },
    }),
  ];
}
