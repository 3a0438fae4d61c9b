import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { followTool } from './command.ts';
import type { Count } from './gate.ts';
import { journeyReportSchema, unseenPages } from './journey-report.ts';

const report = join(import.meta.dirname, '..', '.cache', 'journeys.json');

function counted(code: number): Count {
  try {
    const found = journeyReportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const unseen = unseenPages(found);
    for (const page of unseen) console.log(`✗ no journey has looked at the page ${page}`);
    const { stats, errors } = found;
    const failed = stats.unexpected + stats.flaky + errors.length + unseen.length;
    return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The journeys of `e2e` in a real browser. No browser, no report or no journey counts as a failure, and so does each page none of them has looked at. */
export async function runJourneys(): Promise<Count> {
  const browser = await findBrowser();
  if (!browser) {
    console.log(
      'ブラウザーがないため、画面の試験を行えません。Chromium を入れるか、CHROMIUM_PATH で場所を指定してください。',
    );
    return { passed: 0, failed: 1 };
  }
  rmSync(report, { force: true });
  return counted(await followTool('playwright', ['test'], { env: { ...process.env, MAMORI_CHROMIUM: browser } }));
}
