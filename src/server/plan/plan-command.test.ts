import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { planCommand } from './plan-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => (written.out += text) },
    stderr: { write: (text: string) => (written.err += text) },
  };
  return { code: await planCommand(args, io), ...written };
}

async function answers(sheet: SheetId, valueOf: (at: number) => string): Promise<string> {
  const found = latestSheet(loadCatalogue(), sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  const path = join(folder, `${sheet}.csv`);
  const rows = itemsOf(found).map(({ id }, at) => `${id},${valueOf(at)},`);
  await writeFile(path, ['item,value,note', ...rows].join('\n'));
  return path;
}

async function json(...args: string[]) {
  const { code, out, err } = await run(...args, '--format', 'json');
  return { code, err, plan: JSON.parse(out) };
}

const limits = ['--budget', '3000000', '--days', '60'];
const someOf = (at: number) => ['0', '1', '2', '3', 'UNKNOWN'][at % 5] ?? '';

describe('mamori plan', () => {
  it('chooses for a hospital and its network, within the limits, proven, as JSON of these keys', async () => {
    const file = await answers('hospital', someOf);
    const network = await answers('network-level', () => 'いいえ');
    const { code, err, plan } = await json('--answers', file, '--network', network, ...limits);
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(plan)).toEqual([
      'status',
      'gap',
      'chosen',
      'cost',
      'personDays',
      'areas',
      'networkLevel',
      'limits',
    ]);
    expect(plan).toMatchObject({ status: 'optimal', gap: 0, networkLevel: { before: 0 } });
    expect(plan.cost).toBeLessThanOrEqual(3_000_000);
    expect(plan.personDays).toBeLessThanOrEqual(60);
    expect(plan.areas).toHaveLength(21);
    const lowest = (key: 'before' | 'after') =>
      Math.min(...plan.areas.map((area: Record<string, number>) => area[key]));
    expect(lowest('after')).toBeGreaterThan(lowest('before'));
    expect(Object.keys(plan.chosen[0])).toEqual(['id', 'cost', 'personDays', 'raises']);
    const raises = plan.chosen.flatMap((one: { raises: { from: number; to: number }[] }) => one.raises);
    expect(raises.every(({ from, to }: { from: number; to: number }) => to > from)).toBe(true);
    const ends = new Map<string, Set<number>>();
    for (const { item, from, to } of raises) ends.set(item, (ends.get(item) ?? new Set()).add(from * 10 + to));
    const twice = [...ends].filter(([, steps]) =>
      [...steps].some((one) => one < 20 && one % 10 === 2 && steps.has(one + 1)),
    );
    expect(twice, 'no answer goes to 2 by one measure and from the same step to 3 by another').toEqual([]);
    expect(await json('--answers', file, '--network', network, ...limits)).toMatchObject({ plan });
  }, 60_000);

  it.each(['executive', 'small-facility'] as const)('chooses for the sheet %s, without a network', async (sheet) => {
    const file = await answers(sheet, () => '0');
    const { code, plan } = await json('--sheet', sheet, '--answers', file, ...limits);
    expect([code, plan.status, plan.networkLevel]).toEqual([0, 'optimal', null]);
    expect(plan.chosen.length).toBeGreaterThan(5);
    expect(Math.min(...plan.areas.map(({ after }: { after: number }) => after))).toBeGreaterThan(1.5);
  });

  it('finds the cheapest way above 1.5 and to level 2, cheaper than what was allowed', async () => {
    const file = await answers('hospital', () => '1');
    const network = await answers('network-level', () => 'いいえ');
    const generous = ['--budget', '90000000', '--days', '900', '--goal', 'level2'];
    const { plan } = await json('--answers', file, '--network', network, ...generous);
    expect(plan).toMatchObject({ status: 'optimal', networkLevel: { before: 0, after: 2 } });
    for (const { after } of plan.areas) expect(after).toBeGreaterThan(1.5);
    const exact = ['--budget', String(plan.cost), '--days', '900', '--goal', 'level2'];
    expect((await json('--answers', file, '--network', network, ...exact)).plan.status).toBe('optimal');
    const less = ['--budget', String(plan.cost - 1), '--days', '900', '--goal', 'level2'];
    const short = await json('--answers', file, '--network', network, ...less);
    expect(short).toMatchObject({ code: 0, plan: { status: 'infeasible', chosen: [], cost: 0 } });
    expect(short.plan.limits.budget).toEqual({ given: plan.cost - 1, needed: plan.cost });
    const table = await run('--answers', file, '--network', network, ...less);
    expect(table).toMatchObject({ code: 0, err: '' });
    expect(table.out).toContain(`少なくとも${yenText(plan.cost)}が要ります。`);
  }, 60_000);

  it('says budget and days that work together where neither is enough alone', async () => {
    const file = await answers('hospital', () => '1');
    const network = await answers('network-level', () => 'いいえ');
    const files = ['--answers', file, '--network', network, '--goal', 'level2'];
    const { plan } = await json(...files, '--budget', '100000', '--days', '30');
    const { budget, personDays, outOfReach } = plan.limits;
    expect([plan.status, plan.gap, outOfReach]).toEqual(['infeasible', 0, { areas: [], items: [] }]);
    const told = ['--budget', String(budget.needed), '--days', String(personDays.needed)];
    expect((await json(...files, ...told)).plan.status).toBe('optimal');
    const table = await run(...files, '--budget', '100000', '--days', '30');
    expect(table.out).toContain(
      `予算を${yenText(budget.needed)}（今は10万円）、手間を${personDays.needed}人日（今は30人日）にする：両方を満たす例。`,
    );
  }, 60_000);

  it('names what nothing brings within reach, and what was excluded only where something was', async () => {
    const network = await answers('network-level', () => 'いいえ');
    const generous = ['--network', network, '--budget', '90000000', '--days', '900', '--goal', 'level2'];
    const { plan } = await json(...generous, '--exclude', 'M07-1');
    expect(plan).toMatchObject({ status: 'infeasible', gap: 0, limits: { budget: { needed: null } } });
    expect(plan.limits.outOfReach.items).toContain('N1');
    const table = await run(...generous, '--exclude', 'M07-1');
    expect(table.out).toContain('どれだけ予算と人日があっても、');
    expect(table.out).toMatch(/院内ネットワークのN1「.+」.*「はい」になりません。\nできない対策として/);
  }, 60_000);

  it('chooses for the network alone, to level 2, without a file of answers', async () => {
    const network = await answers('network-level', () => 'いいえ');
    const generous = ['--budget', '90000000', '--days', '900', '--goal', 'level2'];
    const { code, plan } = await json('--network', network, ...generous);
    expect(code).toBe(0);
    expect(plan).toMatchObject({ status: 'optimal', areas: [], networkLevel: { before: 0, after: 2 } });
    const table = await run('--network', network, ...generous);
    expect(table.out).toContain('院内ネットワーク: レベル0 → レベル2');
    const both = await json('--sheet', 'hospital', '--network', network, ...generous);
    expect(both).toMatchObject({ code: 2, plan: { faults: [{ code: 'usage-answers' }] } });
  }, 60_000);

  it('says beside the plan that the network was not looked at where the goal names it', async () => {
    const file = await answers('small-facility', () => '2');
    const asked = await json('--sheet', 'small-facility', '--answers', file, ...limits, '--goal', 'level2');
    expect(asked).toMatchObject({ code: 0, plan: { status: 'optimal', chosen: [], networkLevel: null } });
    expect(asked.err).toContain('--network のファイルがないため');
  });

  it('leaves out what is excluded and what needs it', async () => {
    const file = await answers('hospital', () => '0');
    const { plan } = await json('--answers', file, ...limits, '--exclude', 'M03-1,M07-1');
    const chosen = plan.chosen.map(({ id }: { id: string }) => id);
    for (const id of ['M03-1', 'M03-2', 'M03-3', 'M07-1', 'M07-5', 'M03-4']) expect(chosen).not.toContain(id);
  }, 60_000);

  it('prints a table in plain Japanese with the proof', async () => {
    const file = await answers('small-facility', () => '0');
    const { code, out } = await run('--sheet', 'small-facility', '--answers', file, ...limits);
    expect(code).toBe(0);
    expect(out).toContain('これより良い組み合わせが無いことを、計算で確かめています。');
    expect(out).toMatch(/MS1 +0円 +0\.2人日/);
  });

  it.each([
    [['--days', '10'], ['usage-budget']],
    [
      ['--budget', '5万', '--days', 'x'],
      ['usage-budget', 'usage-days'],
    ],
    [['--budget', '1', '--days', '1', '--goal', 'best'], ['usage-goal']],
    [['--budget', '1', '--days', '1', '--sheet', 'network-level'], ['usage-sheet']],
    [['--budget', '1', '--days', '1', '--exclude', 'M99-1'], ['measure-unknown']],
    [['--budget', '1', '--days', '1', '--network', 'nowhere.csv'], ['file-not-found']],
    [['--money', '1'], ['usage-unknown']],
  ])('refuses %j with code 2, naming %j', async (args, codes) => {
    const file = await answers('hospital', () => '0');
    const { code, plan } = await json('--answers', file, ...args);
    expect(code).toBe(2);
    expect(plan.faults.map((fault: { code: string }) => fault.code)).toEqual(codes);
    const table = await run('--answers', file, ...args);
    expect([table.code, table.out]).toEqual([2, '']);
    expect(table.err).toMatch(/[ぁ-ん]/);
  });
});
