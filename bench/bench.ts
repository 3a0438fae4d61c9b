import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAnswerSaving } from './answer-saving.ts';
import { benchFirstLoad } from './first-load.ts';
import { benchLongLists } from './long-lists.ts';
import { measureNation } from './nation/nation.ts';
import { type NationOptions, nationOptions } from './nation/options.ts';
import { benchPlan } from './plan.ts';
import { benchRegister } from './register.ts';
import { benchReport } from './report.ts';
import { benchResult } from './result.ts';
import type { Row } from './row.ts';
import { openStage, type Stage } from './stage.ts';
import { benchStart } from './start.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

async function onStage(dataDir: string, work: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage(dataDir);
  try {
    await work(stage);
  } finally {
    await stage.close();
  }
}

/** Every budget measured in this one run, each against a reference measured beside it; one JSON object on stdout. */
async function measureAll(folder: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const measure = async (title: string, bench: () => Promise<readonly Row[]>) => {
    say(`${title}…`);
    rows.push(...(await bench()));
  };
  await measure('起動と記憶域', () => benchStart(join(folder, 'start')));
  await measure('計画', benchPlan);
  await onStage(join(folder, 'stage'), async (stage) => {
    await measure('回答の保存', () => benchAnswerSaving(stage));
    await measure('結果', () => benchResult(stage));
    await measure('報告書', () => benchReport(stage));
    await measure('最初の表示', () => benchFirstLoad(stage));
    await measure('長い一覧', () => benchLongLists(stage));
    await onStage(join(folder, 'few'), (few) => measure('施設台帳', () => benchRegister(few, stage)));
  });
  return rows;
}

async function measureUsual(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mamori-bench-'));
  try {
    return await measureAll(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bench(measure: () => Promise<readonly Row[]>): Promise<void> {
  const rows = await measure();
  process.stdout.write(`${JSON.stringify({ rows }, null, 2)}\n`);
  for (const { name } of rows.filter(({ met }) => !met)) say(`${name}: 目標に届いていません`);
}

const args = process.argv.slice(2);
const options: NationOptions | undefined = args.length > 0 ? nationOptions(args) : undefined;
if (args.length === 0) await bench(measureUsual);
else if (options) await bench(() => measureNation(options, say));
else process.exitCode = 2;
