import { readFile } from 'node:fs/promises';
import { startOwnProcess } from '../src/server/app/testing/own-process.ts';
import { atMost, type Row } from './row.ts';

const secondsUntilMeasured = 60;

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1]) / 1024;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const begun = performance.now();
  return { value: await work(), seconds: (performance.now() - begun) / 1000 };
}

/** DESIGN §9: start on an empty data folder, second start, and Node's memory a minute later. */
export async function benchStart(dataDir: string): Promise<readonly Row[]> {
  const first = await timed(() => startOwnProcess(dataDir));
  await first.value.stop();
  const second = await timed(() => startOwnProcess(dataDir));
  await new Promise((resolve) => setTimeout(resolve, secondsUntilMeasured * 1000));
  const memory = await residentMb(second.value.pid);
  await second.value.stop();
  return [
    atMost(5, {
      name: 'start on an empty data folder',
      value: first.seconds,
      unit: 's',
      raw: { seconds: first.seconds },
    }),
    atMost(2, { name: 'second start', value: second.seconds, unit: 's', raw: { seconds: second.seconds } }),
    atMost(250, { name: 'memory of Node 60 s after start', value: memory, unit: 'MB', raw: { residentMb: memory } }),
  ];
}
