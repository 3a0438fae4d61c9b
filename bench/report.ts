import { setTimeout } from 'node:timers/promises';
import { getDocumentProxy } from 'unpdf';
import { fixedWorkMs } from './fixed-work.ts';
import { loopDelay } from './loop-delay.ts';
import { atMost, quantile, type Row } from './row.ts';
import type { Stage } from './stage.ts';

const warmUps = 3;
const documents = 20;
const fewestPages = 10;

async function downloadMs({ url, caller, submittedRun }: Stage): Promise<{ ms: number; bytes: Buffer<ArrayBuffer> }> {
  const begun = performance.now();
  const response = await fetch(`${url}/api/v1${submittedRun}/report.pdf`, { headers: { cookie: caller.cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`report: ${response.status}`);
  return { ms: performance.now() - begun, bytes };
}

/** DESIGN §9: a PDF report of 10 pages or more, warm, and how long the event loop of the server waits meanwhile. */
export async function benchReport(stage: Stage): Promise<readonly Row[]> {
  for (let round = 0; round < warmUps; round += 1) await downloadMs(stage);
  const { bytes } = await downloadMs(stage);
  const pages = (await getDocumentProxy(new Uint8Array(bytes))).numPages;
  if (pages < fewestPages) throw new Error(`a report of ${pages} pages proves nothing`);
  const fixedWork = fixedWorkMs();
  const idle = await loopDelay(() => setTimeout(2000));
  const times: number[] = [];
  const busy = await loopDelay(async () => {
    for (let round = 0; round < documents; round += 1) times.push((await downloadMs(stage)).ms);
  });
  const median = quantile(times, 0.5);
  return [
    atMost(300, {
      name: 'PDF report, warm',
      value: median,
      unit: 'ms',
      raw: { pages, bytes: bytes.length, ms: times, fixedWork, ratio: median / fixedWork },
    }),
    atMost(50, {
      name: 'event-loop delay while reports are made',
      value: busy.maxMs,
      unit: 'ms',
      raw: { ...busy, idle, ratio: busy.maxMs / idle.maxMs },
    }),
  ];
}
