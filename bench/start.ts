import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { beginOwnProcess, descendantsOf, type OwnProcess } from '../src/server/app/testing/own-process.ts';
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts';
import { atMost, type Row } from './row.ts';

const untilMeasured = 60_000;
const quiet = () => undefined;

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1]) / 1024;
}

/** A Node.js that does nothing, as large as it is at once. */
async function bareNodeMb(): Promise<number> {
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await setTimeout(1000);
  const memory = await residentMb(bare.pid ?? 0);
  bare.kill();
  return memory;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const begun = performance.now();
  return { value: await work(), seconds: (performance.now() - begun) / 1000 };
}

/** Seconds until PostgreSQL alone takes connections in the folder: what no start with it inside can be below. */
async function databaseSeconds(dataDir: string): Promise<number> {
  const { value, seconds } = await timed(() => startEmbedded({ dataDir, say: quiet }));
  await value.stop();
  return seconds;
}

const start = (dataDir: string) => timed(() => beginOwnProcess(dataDir, {}, { launched: true }).started);

/** The server below the launcher, which is the first of its descendants. */
const serverOf = ({ pid }: OwnProcess) => descendantsOf(pid)[0] ?? pid;

const startRow = (most: number, name: string, value: number, databaseAlone: number): Row =>
  atMost(most, { name, value, unit: 's', raw: { seconds: value, databaseAlone, ratio: value / databaseAlone } });

/**
 * DESIGN §9: start as `npm start` does it on an empty data folder, second start, and Node's memory a minute later, each
 * beside PostgreSQL or Node.js alone.
 */
export async function benchStart(dataDir: string): Promise<readonly Row[]> {
  const alone = { empty: await databaseSeconds(`${dataDir}-alone`), second: await databaseSeconds(`${dataDir}-alone`) };
  const first = await start(dataDir);
  await first.value.stop();
  const second = await start(dataDir);
  await setTimeout(untilMeasured);
  const residentMbOfNode = await residentMb(serverOf(second.value));
  await second.value.stop();
  const bareNode = await bareNodeMb();
  return [
    startRow(5, 'start on an empty data folder', first.seconds, alone.empty),
    startRow(2, 'second start', second.seconds, alone.second),
    atMost(250, {
      name: 'memory of Node 60 s after start',
      value: residentMbOfNode,
      unit: 'MB',
      raw: { residentMb: residentMbOfNode, bareNode, ratio: residentMbOfNode / bareNode },
    }),
  ];
}
