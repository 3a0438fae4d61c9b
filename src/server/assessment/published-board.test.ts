import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSince } from '#core/assessment/change.ts';
import { mirrorOf } from '#core/assessment/mirror.ts';
import type { Board } from '#core/assessment/report/board.ts';
import { type ReportInput, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import { findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import { type AnswerValue, itemsOf, type Sheet, type SheetId } from '#core/catalogue/sheet.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';

const catalogue = loadCatalogue();
const context = { measureOf: (id: string) => findMeasure(catalogue, id)?.measure };
const now = new Date('2026-11-20T03:00:00Z');

function sheetOf(id: SheetId): Sheet {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}
const [hospital, executive, small, network] = [
  sheetOf('hospital'),
  sheetOf('executive'),
  sheetOf('small-facility'),
  sheetOf('network-level'),
];
const sheets = [hospital, executive, small, network];

type Values = (index: number) => AnswerValue | null | undefined;

function filled(sheet: Sheet, valueOf: Values): Answers {
  return new Map(itemsOf(sheet).map(({ id }, index) => [id, { value: valueOf(index) ?? null }]));
}

function runOf(sheet: Sheet, valueOf: Values) {
  const answers = filled(sheet, valueOf);
  return { sheet, answers, result: assess(sheet, answers, context) };
}

const boardOf = (input: Omit<ReportInput, 'now'>): Board => reportOf({ ...input, now }).board;

const broken = /undefined|null|NaN|Infinity|object|「」|（）|：。|、。|。。|、、|^[、。]|\s$|。」。/;

/** Three findings and three decisions, none like another, each in whole sentences. */
function expectThree({ lead, findings, decisions }: Board): void {
  expect([findings.length, decisions.length]).toEqual([3, 3]);
  const titles = [...findings, ...decisions].map(({ title }) => title);
  const texts = [...findings, ...decisions].map(({ text }) => text);
  expect(new Set(titles).size, titles.join('\n')).toBe(6);
  expect(new Set(texts).size, texts.join('\n')).toBe(6);
  for (const title of titles) expect(title).toMatch(/[ぁ-ん].*[^。、：]$/);
  const waiting = decisions.map((decision) => decision.waiting);
  for (const text of [lead, ...texts, ...waiting]) expect(text).toMatch(/[ぁ-んァ-ヶ一-龥].*。$/);
  for (const text of [lead, ...titles, ...texts, ...waiting]) expect(text).not.toMatch(broken);
  for (const text of [...titles, ...texts]) expect(text.split('「').length).toBe(text.split('」').length);
  for (const { cost, effort } of decisions)
    expect([cost, effort]).toEqual([expect.stringMatching(/円/), expect.stringMatching(/./)]);
}

const uniform = ['0', '1', '2', '3', 'unknown', 'not-applicable', null] as const;
const yesOrNo = ['yes', 'no', 'unknown', null] as const;

describe('the page for the board of the published sheets', () => {
  it.each(
    sheets.flatMap((sheet) =>
      (sheet === network ? yesOrNo : uniform).map((value) => [sheet.id, value, sheet] as const),
    ),
  )('has three findings and three decisions where all of %s is %s', (_id, value, sheet) =>
    expectThree(boardOf(runOf(sheet, () => value))),
  );

  it('has them at every network level and every combination of its answers', () => {
    const levels = new Set<number>();
    for (let bits = 0; bits < 4096; bits += 1) {
      const run = runOf(network, (index) => ((bits >> index) & 1 ? 'yes' : 'no'));
      levels.add(run.result.network?.level ?? -1);
      expectThree(boardOf(run));
    }
    expect([...levels].sort()).toEqual([0, 1, 2, 3]);
  });

  const step = fc.constantFrom<AnswerValue | null>('0', '1', '2', '3', 'unknown', 'not-applicable', null);
  const high = fc.constantFrom<AnswerValue | null>('2', '3', '3', 'not-applicable');
  const rare = fc.constantFrom<AnswerValue | null>('not-applicable', 'not-applicable', 'not-applicable', '1', null);
  const steps = fc.oneof(...[step, high, rare].map((value) => fc.array(value, { minLength: 80, maxLength: 80 })));
  const yesNo = fc.array(fc.constantFrom<AnswerValue | null>(...yesOrNo, 'yes', 'yes', 'yes'), {
    minLength: 12,
    maxLength: 12,
  });
  const beside = fc.record({
    network: fc.option(yesNo),
    before: fc.option(steps),
    executives: fc.array(steps, { maxLength: 4 }),
    comparison: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
  });

  function partsBeside(
    answers: Answers,
    sheet: Sheet,
    { network: axes, before, executives, comparison }: typeof beside extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const scores = assess(sheet, answers, context);
    const runs = executives.map((values) => filled(executive, (index) => values[index]));
    const quartiles = { quartile1: 0, median: comparison ?? 0, quartile3: 3 };
    return {
      ...(axes && { network: runOf(network, (index) => axes[index]) }),
      ...(before && {
        previous: {
          fiscalYear: 2025,
          change: changeSince({ sheet, answers: filled(sheet, (index) => before[index]) }, { sheet, answers }),
        },
      }),
      mirror: { sheet: executive, mirror: mirrorOf(executive, runs, { answers, scores }) },
      ...(comparison !== null && {
        comparison: {
          facilityClass: { type: 'hospital', bedClass: 'unknown' } as const,
          others: 10,
          percentile: 50,
          quartiles,
        },
      }),
    };
  }

  it('has them with any answers, whatever stands beside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<SheetId>('hospital', 'executive', 'small-facility'),
        steps,
        beside,
        (id, values, more) => {
          const sheet = sheetOf(id);
          const run = runOf(sheet, (index) => values[index]);
          expectThree(boardOf({ ...run, ...partsBeside(run.answers, sheet, more) }));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has them for the network level after an earlier run', () => {
    fc.assert(
      fc.property(yesNo, yesNo, (values, before) => {
        const run = runOf(network, (index) => values[index]);
        const last = { sheet: network, answers: filled(network, (index) => before[index]) };
        expectThree(boardOf({ ...run, previous: { fiscalYear: 2025, change: changeSince(last, run) } }));
      }),
    );
  });
});

describe('what the page for the board says', () => {
  it('says of a run in which nothing applies that no score can be given, and asks for no measure', () => {
    const { findings, decisions } = boardOf(runOf(small, () => 'not-applicable'));
    expect(findings.map(({ title }) => title)).toEqual([
      '13問すべてが「対象外」です',
      '比べる前回の結果がありません',
      '点に数えたのは13問のうち0問です',
    ]);
    expect(decisions.map(({ title }) => title)).toEqual([
      '証跡（記録）の所在を確かめる責任者を決める',
      '次回の点検の時期を決める',
      '近くの施設と、互いに点検しあう日を決める',
    ]);
  });

  it('asks at network level 3 for what keeps it there', () => {
    const { findings, decisions } = boardOf(runOf(network, () => 'yes'));
    expect(findings.map(({ title }) => title)).toEqual([
      '院内ネットワークはレベル3（院内も区切れている）',
      '実現し、保っているのは「外部ネットワークとの接続」「USBなど記憶媒体の利用」「院内ネットワークの区切り」',
      '比べる前回の結果がありません',
    ]);
    expect(decisions[0]?.title).toBe('この水準を保つための、年1回の見直しを決める');
  });

  it('says in a sentence what fell, also where the name of the area holds no Japanese', () => {
    const bcp = hospital.areas.find(({ title }) => title === 'BCP');
    const inBcp = new Set(bcp?.items.map(({ id }) => id));
    const before = new Map(itemsOf(hospital).map(({ id }) => [id, { value: inBcp.has(id) ? '3' : '2' } as const]));
    const run = runOf(hospital, () => '2');
    const change = changeSince({ sheet: hospital, answers: before }, run);
    const board = boardOf({ ...run, previous: { fiscalYear: 2025, change } });
    expect(board.findings[0]).toEqual({
      title: '前回より下がった分野が1つあります',
      text: '点の変化は、BCP ↓ −1.0です。',
    });
    expectThree(board);
  });

  it('claims of nothing but full marks that there is nothing left to do', () => {
    const texts = (value: AnswerValue) => boardOf(runOf(hospital, () => value)).findings.map(({ text }) => text);
    expect(texts('3')).toContain('点に数えた設問はすべて3点です。記録と見直しを続けて保ちます。');
    expect(texts('2')).toContain('決まりと記録をそろえ、定期的に見直すと、3点に近づきます。');
  });
});
