import { changeSince } from '#core/assessment/change.ts';
import { mirrorOf } from '#core/assessment/mirror.ts';
import { type Report, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import type { AnswerValue, Sheet } from '#core/catalogue/sheet.ts';
import {
  everyYear,
  madeUpArea,
  madeUpItem,
  madeUpMeasure,
  madeUpSheet,
  madeUpYesNo,
} from '#core/catalogue/testing/made-up-catalogue.ts';
import type { Established } from '#core/evidence/established.ts';

const titles = ['体制', '教育', '資産管理', '認証', '監視'];
const hospital: Sheet = madeUpSheet(
  'hospital',
  titles.map((title, index) => {
    const id = `0${index + 1}`;
    const items = [1, 2].map((number) => madeUpItem(`H${id}-${number}`, number === 2 ? { unverified: '条番号' } : {}));
    const measures = [
      madeUpMeasure(`M${id}-1`, [`H${id}-1→2`]),
      madeUpMeasure(`M${id}-2`, [`H${id}-2→2`, `H${id}-1→3*`], { costClass: 1, ...everyYear }),
    ];
    return { ...madeUpArea(id, items, measures), title };
  }),
);
const executive = madeUpSheet('executive', [madeUpArea('E1', [madeUpItem('E1-1')])], {
  contradictions: [{ executive: 'E1-1', items: ['H05-1'], question: '監視について、一緒に確かめませんか。' }],
});
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
      { from: 0, measure: 'M01-1', sets: ['N1'], action: '外部との接続を一覧にする' },
      { from: 0, measure: 'M02-2', sets: ['N5'], action: 'パスワードを変える', optional: true },
    ],
  },
);

const source = { sourceId: '0198c0de-0000-7000-8000-000000000001', on: '2026-10-20' };
const established: readonly Established[] = [
  { itemId: 'H01-2', kind: 'audited', value: '1', claimed: '3', ...source },
  { itemId: 'H05-1', kind: 'audited', value: '3', claimed: '3', ...source },
  { itemId: 'H05-1', kind: 'exercised', value: '2', claimed: '3', ...source },
  { itemId: 'N2', kind: 'audited', value: 'no', claimed: 'yes', ...source },
  { itemId: 'H03-1', kind: 'audited', value: '3', claimed: '3', ...source },
];

export const oddNote =
  '髙﨑さん（𠮷田医療㈱）に確認済み。①済\n外字は\ue000です。https://example.jp/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

function answered(sheet: Sheet, values: readonly (AnswerValue | null)[], note = ''): Answers {
  const items = sheet.areas.flatMap((area) => area.items);
  return new Map(items.map(({ id }, index) => [id, { value: values[index] ?? null, note: index === 0 ? note : '' }]));
}

/** A report with every part it can have, the same every time. */
export function madeUpReport(note = oddNote): Report {
  const measures = new Map(hospital.areas.flatMap((area) => area.measures.map((measure) => [measure.id, measure])));
  const context = { measureOf: (id: string) => measures.get(id) };
  const answers = answered(hospital, ['2', '3', '1', 'not-applicable', '3', '2', '0', '1', 'unknown', '0'], note);
  const before = answered(hospital, ['1', '2', '2', '2', '3', '2', '0', '1', '0', '0']);
  const networkAnswers = answered(network, ['no', 'yes', 'unknown']);
  const result = assess(hospital, answers, context);
  const executives = [['3'] as const, ['3'] as const, ['2'] as const].map((values) => answered(executive, values));
  const comparison = { others: 87, percentile: 42, quartiles: { quartile1: 1.1, median: 1.6, quartile3: 2.1 } };
  return reportOf({
    sheet: hospital,
    answers,
    result,
    now: new Date('2026-11-20T03:00:00Z'),
    submittedAt: new Date('2026-11-12T03:00:00Z'),
    facility: '医療法人 髙﨑会 みなと病院',
    fiscalYear: 2026,
    previous: {
      fiscalYear: 2025,
      change: changeSince({ sheet: hospital, answers: before }, { sheet: hospital, answers }),
    },
    comparison: { facilityClass: { type: 'hospital', bedClass: '200-299' }, ...comparison },
    established,
    mirror: { sheet: executive, mirror: mirrorOf(executive, executives, { answers, scores: result }) },
    network: { sheet: network, answers: networkAnswers, result: assess(network, networkAnswers, context) },
  });
}
