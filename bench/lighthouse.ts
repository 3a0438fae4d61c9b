import { setTimeout } from 'node:timers/promises';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findBrowser } from '../gates/browser.ts';
import { openRun } from '../src/server/app/testing/installation.ts';
import { atLeast, quantile, type Row } from './row.ts';
import type { Stage } from './stage.ts';

const rounds = 5;
const longestRound = 120_000;
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Scores = { readonly performance: number; readonly accessibility: number };

async function scoresOf(url: string, cookie: string, port: number): Promise<Scores> {
  const options = {
    port,
    output: 'json' as const,
    logLevel: 'error' as const,
    extraHeaders: { cookie },
    onlyCategories: ['performance', 'accessibility'],
  };
  const run = await lighthouse(url, options, desktopConfig);
  const score = (id: string) => (run?.lhr.categories[id]?.score ?? 0) * 100;
  return { performance: score('performance'), accessibility: score('accessibility') };
}

async function tooLong(name: string): Promise<never> {
  await setTimeout(longestRound, undefined, { ref: false });
  throw new Error(`Lighthouse did not come to an end within ${longestRound / 1000} s on ${name}`);
}

async function rowsOf(name: string, url: string, cookie: string): Promise<readonly Row[]> {
  const chromePath = await findBrowser();
  const measured: Scores[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const chrome = await launch({ ...(chromePath !== undefined && { chromePath }), chromeFlags: flags });
    const scores = scoresOf(url, cookie, chrome.port);
    measured.push(await Promise.race([scores, tooLong(name)]).finally(() => chrome.kill()));
  }
  return (['performance', 'accessibility'] as const).map((kind) => {
    const each = measured.map((scores) => scores[kind]);
    return atLeast(95, {
      name: `Lighthouse ${kind}: ${name}`,
      value: quantile(each, 0.5),
      unit: 'points',
      raw: { each },
    });
  });
}

/** Lighthouse, desktop preset, median of five: the open door, the answering page and the result. */
export async function lighthouseRows({ url, caller, facilityId, submittedRun }: Stage): Promise<readonly Row[]> {
  const pages = {
    'self-check': '/self-check',
    home: `/facilities/${facilityId}`,
    answering: await openRun(caller, facilityId, 'network-level'),
    result: `${submittedRun}/result`,
  };
  const rows = [];
  for (const [name, path] of Object.entries(pages)) rows.push(...(await rowsOf(name, url + path, caller.cookie)));
  return rows;
}
