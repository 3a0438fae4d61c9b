import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Findings } from './gate.ts';
import { closing, count, judge, show, total } from './verdict.ts';

const root = resolve(import.meta.dirname, '..');
const gate = (inspect: () => Promise<Findings>, canaries = [{ path: 'a.ts', text: '', reported: ['bad'] }]) => ({
  name: 'words',
  scaffold: [],
  canaries,
  inspect,
});
const looking = gate(async () => ({ faults: ['a.ts: bad'], seen: '1 file' }));
const content = gate(async () => ({ faults: [], seen: '1 file', tests: { passed: 3, failed: 0 } }), []);

describe('a verdict', () => {
  it('fails a gate whose canary is not reported, though it finds nothing', async () => {
    const blind = await judge(
      gate(async () => ({ faults: [], seen: '0 files' })),
      root,
    );
    expect(count([blind])).toEqual({ passed: 0, failed: 1 });
  });

  it('fails a gate that throws, and shows why', async () => {
    const broken = await judge(
      gate(() => Promise.reject(new Error('no tool'))),
      root,
    );
    expect(count([broken])).toEqual({ passed: 0, failed: 1 });
    expect(show(broken)).toContain('no tool');
  });

  it('counts gates and the tests they ran together', async () => {
    const verdicts = [await judge(content, root), await judge(looking, root)];
    expect(count(verdicts)).toEqual({ passed: 4, failed: 1 });
  });

  it('is one line when all is well, and lists every fault below it otherwise', async () => {
    expect(show(await judge(content, root))).toMatch(/^✓ words +\d+\.\d s {2}1 file$/);
    expect(show(await judge(looking, root)).split('\n')).toHaveLength(2);
  });
});

describe('what the whole run ends with', () => {
  const all = total([
    { passed: 3, failed: 0 },
    { passed: 20, failed: 2 },
  ]);
  const lines = closing(all, 61.4, []).split('\n');

  it('counts everything that ran, in the last line', () => {
    expect(lines).toEqual(['61 s in all', '23 passed, 2 failed']);
  });

  it('names what failed and begins to say why, where only the end of what was printed is kept', async () => {
    const why = ['expected 1 to be 2', ...Array.from({ length: 40 }, (_, place) => `at ${place}`)];
    const broken = gate(async () => ({ faults: [['a.ts: bad', ...why].join('\n')], seen: '1 file' }), []);
    const verdicts = [await judge(content, root), await judge(broken, root)];
    const shown = ['✗ words: a.ts: bad', ...why.slice(0, 5).map((line) => `    ${line}`)];
    expect(closing(all, 61.4, verdicts).split('\n')).toEqual([...shown, ...lines]);
  });

  it('is a line that CI finds', () => {
    const looked = readFileSync(resolve(root, '.ci/run'), 'utf8').match(/grep -E '(.+?)'/)?.[1] ?? 'nothing';
    expect(lines.at(-1)).toMatch(new RegExp(looked));
  });
});
