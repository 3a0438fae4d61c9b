import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import {
  everyYear,
  madeUpArea,
  madeUpItem,
  madeUpMeasure,
  madeUpSheet,
  madeUpYesNo,
} from '../catalogue/testing/made-up-catalogue.ts';
import { changeSince } from './change.ts';
import { mirrorOf } from './mirror.ts';
import { type ReportInput, reportOf } from './report.ts';
import { assess } from './result.ts';
import { answersOf } from './testing/made-up-answers.ts';

const hospital = madeUpSheet('hospital', [
  madeUpArea(
    '01',
    [madeUpItem('H01-1'), madeUpItem('H01-2', { unverified: '条番号が未確認' })],
    [
      madeUpMeasure('M01-1', ['H01-1→2'], { personDays: 2 }),
      madeUpMeasure('M01-2', ['H01-2→2'], { costClass: 1, personDays: 3 }),
    ],
  ),
  madeUpArea('02', [madeUpItem('H02-1')], [madeUpMeasure('M02-1', ['H02-1→2'])]),
  madeUpArea('03', [madeUpItem('H03-1')]),
]);
const network = madeUpSheet(
  'network-level',
  [
    madeUpArea(
      'external',
      ['N1', 'N2', 'N5'].map((id) => madeUpItem(id)),
    ),
  ],
  {
    scale: madeUpYesNo,
    ladder: [
      { from: 0, measure: 'M01-1', sets: ['N1'], action: '一覧にする（全事業者）' },
      { from: 0, measure: 'M01-2', sets: ['N5'], action: 'パスワードを変える', optional: true },
    ],
  },
);
const executive = madeUpSheet('executive', [madeUpArea('E1', [madeUpItem('E1-1')])], {
  contradictions: [{ executive: 'E1-1', items: ['H01-1'], question: '一緒に確かめませんか。' }],
});
const measures = new Map(hospital.areas.flatMap((area) => area.measures.map((measure) => [measure.id, measure])));
const context = { measureOf: (id: string) => measures.get(id) };
const now = new Date('2026-11-20T03:00:00Z');

type Values = Record<string, AnswerValue | null>;

function inputOf(values: Values, more: Partial<ReportInput> = {}): ReportInput {
  const answers = answersOf(values);
  return { sheet: hospital, answers, result: assess(hospital, answers, context), now, ...more };
}

function networkOf(values: Values) {
  const answers = answersOf(values);
  return { sheet: network, answers, result: assess(network, answers, context) };
}

const weak: Values = { 'H01-1': '0', 'H01-2': 'unknown', 'H02-1': '1', 'H03-1': '3' };
const good: Values = { 'H01-1': '3', 'H01-2': '3', 'H02-1': '2', 'H03-1': '3' };

describe('the page for the board', () => {
  it('names the lowest areas, the network and what is unknown as the three findings', () => {
    const { board } = reportOf(inputOf(weak, { network: networkOf({ N1: 'no', N2: 'no', N5: 'yes' }) }));
    expect(board.findings.map(({ title }) => title)).toEqual([
      '最も低いのは分野01（0.0点）',
      '院内ネットワークはレベル0（管理できていない）',
      '「分からない」が1問あります',
    ]);
    expect(board.findings[1]?.text).toBe('レベル1に足りないこと：「一覧にする」。');
    expect(board.lead).toBe('総合は3点満点の1.33点。「段階1」に近く、3分野のうち2分野で対策が要ります。');
  });

  it('asks first for what costs nothing, then for the network, then for a budget, and for no measure twice', () => {
    const { board } = reportOf(inputOf(weak, { network: networkOf({ N5: 'yes' }) }));
    expect(board.decisions).toEqual([
      expect.objectContaining({ title: 'お金のかからない対策1つを、今年度に始める', cost: '0円', effort: '1人日' }),
      expect.objectContaining({ title: '院内ネットワークをレベル1に上げる', cost: '0円', effort: '2人日' }),
      expect.objectContaining({ title: '費用の要る対策1つの予算を決める', cost: '30万円まで', effort: '3人日' }),
    ]);
    expect(board.decisions.every(({ waiting }) => waiting.length > 0)).toBe(true);
  });

  it('claims of a measure that comes later neither that it helps the area nor that its item stays low without it', () => {
    const later = [
      madeUpMeasure('M01-1', ['H01-1→3*'], everyYear),
      madeUpMeasure('M01-2', ['H01-1→3*'], { costClass: 1, ...everyYear }),
    ];
    const sheet = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('H01-1')], later)]);
    const answers = answersOf({ 'H01-1': '1' });
    const { board, measures: list } = reportOf({ sheet, answers, result: assess(sheet, answers, context), now });
    expect(list?.firstSix.map(({ causes }) => causes)).toEqual([
      ['H01-1 1→3（2になってから）'],
      ['H01-1 1→3（2になってから）'],
    ]);
    expect(board.decisions.slice(0, 2).map(({ waiting }) => waiting)).toEqual([
      '要る備えが整わないままになります。',
      '要る備えが整わないままになります。',
    ]);
  });

  it('tells what an audit did not bear out before what is claimed, and calls nothing sound that was not', () => {
    const [sourceId, on] = ['0198c0de-0000-7000-8000-000000000001', '2026-11-05'];
    const audited = [
      { itemId: 'H02-1', kind: 'audited' as const, value: '0' as const, claimed: '2' as const, sourceId, on },
    ];
    const { board, scores } = reportOf(inputOf(good, { fiscalYear: 2026, established: audited }));
    expect(scores?.areas.map(({ score, proven }) => [score, proven])).toEqual([
      [3, null],
      [2, 0],
      [3, null],
    ]);
    expect(board.findings[0]).toEqual({
      title: '監査や訓練で確かめると、答えより低い設問が1問あります',
      text: 'H02-1「H02-1をしていますか」は、答えでは「2 段階2」、監査では 0 段階0（令和8年11月5日）。確かめた値で数えると、総合は2.67点ではなく2.00点です。対策が要る分野に分野02が加わります。',
    });
    expect(board.decisions[0]?.title).toBe('監査や訓練で答えより低かった1問に、直す人と期限を決める');
    expect(board.decisions.map(({ title }) => title)).not.toContain('この水準を保つための、年1回の見直しを決める');
    expect(board.lead).toMatch(
      /対策が要る分野はありません。ただし監査や訓練で確かめた値では、3分野のうち1分野で要ります。$/,
    );
    expect(board.findings.map(({ title }) => title)).not.toContain('対策が要る分野（1.5以下）はありません');
    const { board: lastYear } = reportOf(inputOf(good, { fiscalYear: 2027, established: audited }));
    expect(lastYear.findings).toEqual(reportOf(inputOf(good, { fiscalYear: 2027 })).board.findings);
  });

  it('tells the board first when the run is not answered yet', () => {
    const { board, cautions } = reportOf(inputOf({ 'H01-1': '2' }));
    expect(board.findings[0]?.title).toBe('まだ答えていない設問が3問あります');
    expect(cautions[0]).toBe('まだ答えていない設問が3問あります。点は答えた設問だけの平均です。');
  });

  it('puts the total of those who run the systems beside that of the executives, and says where they agree', () => {
    const shown = (values: Values) => {
      const answers = answersOf(values);
      const runs = Array.from({ length: 3 }, () => answersOf({ 'E1-1': '2' }));
      const mirror = mirrorOf(executive, runs, { answers, scores: assess(hospital, answers, context) });
      return reportOf(inputOf(values, { mirror: { sheet: executive, mirror } })).mirror;
    };
    expect(shown(good)).toMatchObject({
      overall: { title: '経営層の総合', median: '2.00', spread: '2.0〜2.0' },
      technical: { title: '担当者の総合', median: '2.67', spread: '' },
      questions: [],
      agreement: '大きく食い違う答えはありません。経営層と担当者の見方は、おおむね同じです。',
    });
    expect(shown(weak)).toMatchObject({ questions: [{ technical: { mean: '0.0' } }], agreement: null });
  });

  it('has three findings and three decisions also where nothing is weak', () => {
    const { board, measures: list } = reportOf(inputOf(good));
    expect(board.findings).toHaveLength(3);
    expect(board.decisions).toHaveLength(3);
    expect(board.findings.map(({ title }) => title)).toContain('対策が要る分野（1.5以下）はありません');
    expect(list?.groups).toEqual([]);
  });

  it.each([
    ['hospital', 'hospital', '経営層のみなさまへ'],
    ['hospital', 'network-level', '経営層のみなさまへ'],
    ['clinic', 'network-level', '院長・管理者のみなさまへ'],
    ['pharmacy', 'executive', '院長・管理者のみなさまへ'],
    [undefined, 'hospital', '経営層のみなさまへ'],
    [undefined, 'small-facility', '院長・管理者のみなさまへ'],
  ] as const)('for a facility of type %s and the sheet %s speaks to 「%s」', (facilityType, id, title) => {
    const input = id === 'network-level' ? { ...networkOf({ N1: 'yes' }), now } : inputOf(weak);
    const facility = facilityType === undefined ? {} : { facilityType };
    expect(reportOf({ ...input, ...facility, sheet: { ...input.sheet, id } }).board.title).toBe(title);
  });

  it('tells of contradictions only with three executives or more', () => {
    const answers = answersOf(weak);
    const scores = assess(hospital, answers, context);
    const told = (...values: AnswerValue[]) => {
      const runs = values.map((value) => answersOf({ 'E1-1': value }));
      const mirror = mirrorOf(executive, runs, { answers, scores });
      return reportOf(inputOf(weak, { mirror: { sheet: executive, mirror } })).mirror?.questions.length;
    };
    expect(told('3', '3', '3')).toBe(1);
    expect(told('3', '3')).toBeUndefined();
    expect(told('0', '0', '0')).toBe(0);
  });
});

describe('a report', () => {
  it('shows the change since the run before, by area and by answer', () => {
    const before = { sheet: hospital, answers: answersOf({ ...weak, 'H02-1': '3', 'H01-1': null }) };
    const change = changeSince(before, { sheet: hospital, answers: answersOf(weak) });
    const { scores, answers, board } = reportOf(inputOf(weak, { previous: { fiscalYear: 2025, change } }));
    expect(scores?.areas.map(({ changeText }) => changeText)).toEqual(['±0.0', '↓ −2.0', '±0.0']);
    expect(scores?.previousYear).toBe('令和7年度');
    expect(answers.flatMap(({ lines }) => lines.map(({ before: was }) => was))).toEqual([
      '未回答',
      null,
      '3 段階3',
      null,
    ]);
    expect(board.findings[1]).toEqual({
      title: '前回より下がった分野が1つあります',
      text: '点の変化は、分野02 ↓ −2.0です。',
    });
  });

  it('tells areas that all stand alike in one breath, and a total that stands at a step by its name', () => {
    const { board } = reportOf(inputOf({ 'H01-1': '1', 'H01-2': '1', 'H02-1': '1', 'H03-1': '1' }));
    expect(board.findings[0]).toEqual({
      title: '3分野すべてが1.0点です',
      text: 'どの分野も、対策が要る1.5点以下です。',
    });
    expect(board.lead).toBe('総合は3点満点の1.00点。「段階1」の段階で、3分野すべてで対策が要ります。');
  });

  it('is put beside its class only where a comparison is given', () => {
    const comparison = {
      facilityClass: { type: 'hospital', bedClass: '200-299' } as const,
      others: 12,
      percentile: 40,
      quartiles: { quartile1: 1, median: 1.5, quartile3: 2 },
    };
    expect(reportOf(inputOf(weak, { comparison })).scores?.standing?.others).toBe(12);
    expect(reportOf(inputOf(weak, { comparison })).facilityClass).toBe('病院・200〜299床');
    expect(reportOf(inputOf(weak)).scores?.standing).toBeNull();
  });

  it('of the network level has a level instead of scores', () => {
    const run = networkOf({ N1: 'yes', N5: 'unknown' });
    const report = reportOf({ ...run, now });
    expect(report.scores).toBeNull();
    expect(report.measures).toBeNull();
    expect(report.network).toMatchObject({ level: 0, total: { cost: '0円', effort: '0人日' } });
    expect(report.board.findings.map(({ title }) => title)).toEqual([
      '院内ネットワークはレベル0（管理できていない）',
      '管理されていないのは「外部ネットワークとの接続」「USBなど記憶媒体の利用」「院内ネットワークの区切り」',
      '「分からない」と未回答が11問あります',
    ]);
    expect(report.network?.unanswered.map(({ item }) => item)).toEqual(expect.arrayContaining(['N2', 'N5']));
  });

  it('names everything that is 要確認 and marks its answer', () => {
    const { cautions, answers } = reportOf(inputOf(weak));
    expect(cautions).toContain('要確認（H01-2）：条番号が未確認');
    expect(answers.flatMap(({ lines }) => lines.filter((line) => line.unverified).map(({ item }) => item))).toEqual([
      'H01-2',
    ]);
  });

  it.each([
    [now, '令和8年11月20日（金）提出'],
    [null, '令和8年11月20日（金）作成（提出前の途中の結果）'],
    [undefined, '令和8年11月20日（金）作成'],
  ])('submitted at %s says when it was made', (submittedAt, line) => {
    expect(reportOf(inputOf(weak, submittedAt === undefined ? {} : { submittedAt })).dateLine).toBe(line);
  });
});
