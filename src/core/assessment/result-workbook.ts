import type { Workbook, WorkbookCell, Worksheet } from '../kernel/workbook.ts';
import { resultColumn } from '../sheet/result-file.ts';
import type { MeasureLine } from './report/measure-list.ts';
import type { AreaLine } from './report/score-part.ts';
import { type TableColumn, tableSheet } from './report/table-sheet.ts';
import type { Report } from './report.ts';

/** Everything a report holds as an Excel workbook; numbers are numbers, unrounded. */
export function resultWorkbook(report: Report): Workbook {
  const { facility, fiscalYear, sheet, dateLine } = report;
  return {
    title: [report.title, facility, fiscalYear].filter((part) => part !== null).join('　'),
    source: `${sheet.title} 版 ${sheet.version}　${sheet.notice}　${dateLine}`,
    sheets: [
      summarySheet(report),
      ...(report.scores ? [areaSheet(report.scores)] : []),
      ...(report.established ? [establishedSheet(report.established)] : []),
      answerSheet(report),
      ...(report.measures ? [measureSheet(report.measures)] : []),
      ...(report.network ? [networkSheet(report.network)] : []),
      ...(report.mirror ? [mirrorSheet(report.mirror)] : []),
    ],
  };
}

function summarySheet(report: Report): Worksheet {
  const { scores, network, sheet, board } = report;
  const rows: WorkbookCell[][] = [
    [{ value: report.title, look: 'title', span: 2 }],
    ...pairs([
      ['施設', report.facility],
      ['同規模の分類', report.facilityClass],
      ['年度', report.fiscalYear],
      ['日付', report.dateLine],
      ['点検票', `${sheet.title}（${sheet.description}）版 ${sheet.version}`],
      ['計算の決まり', `版 ${sheet.rulesVersion}`],
      ['設問について', sheet.notice],
    ]),
    ...(scores ? scoreRows(scores) : []),
    ...pairs([['監査・訓練で確かめた総合', report.established?.facts?.scores.score ?? null, 'score']]),
    ...(network ? networkRows(network) : []),
    [],
    [{ value: '分かったこと', look: 'head', span: 2 }],
    ...board.findings.map(({ title, text }): WorkbookCell[] => [
      { value: title, look: 'strong' },
      { value: text, look: 'text' },
    ]),
    [],
    [{ value: '決めていただきたいこと', look: 'head', span: 2 }],
    ...board.decisions.map(decisionRow),
    [],
    ...report.cautions.map((caution): WorkbookCell[] => [{ value: caution, look: 'quiet', span: 2 }]),
    ...sheet.basis.map((basis): WorkbookCell[] => [{ value: `もとにした文書：${basis}`, look: 'quiet', span: 2 }]),
  ];
  return { name: 'まとめ', columns: [{ width: 40 }, { width: 100 }], rows, landscape: true };
}

type Pair = readonly [key: string, value: string | number | null, look?: 'score' | 'change' | 'whole' | 'text'];

function pairs(entries: readonly Pair[]): WorkbookCell[][] {
  return entries
    .filter(([, value]) => value !== null)
    .map(([key, value, look = 'text']) => [
      { value: key, look: 'strong' },
      { value, look },
    ]);
}

function axisPair({ title, mark, meaning }: NonNullable<Report['network']>['axes'][number]): Pair {
  return [title, `${mark} ${meaning}`];
}

const networkRows = ({ level, axes, proven }: NonNullable<Report['network']>) =>
  pairs([['ネットワークの段階', level], ['監査・訓練で確かめた段階', proven?.level ?? null], ...axes.map(axisPair)]);

function scoreRows({ score, change, zeroAnswers, unknownAnswers, areas, standing }: NonNullable<Report['scores']>) {
  return pairs([
    ['総合（0〜3）', score, 'score'],
    ['前回からの変化', change, 'change'],
    ['対策が要る分野（1.5以下）', areas.filter(({ weak }) => weak).length, 'whole'],
    ['「していない」（0点）', zeroAnswers, 'whole'],
    ['「分からない」', unknownAnswers, 'whole'],
    ['同規模の他施設', standing?.others ?? null, 'whole'],
    ['同規模の第1四分位', standing?.lowerQuartile ?? null, 'score'],
    ['同規模の中央値', standing?.median ?? null, 'score'],
    ['同規模の第3四分位', standing?.upperQuartile ?? null, 'score'],
    ['同規模での位置（低い方から％）', standing?.percentile ?? null, 'score'],
  ]);
}

function decisionRow({ title, text, cost, effort, waiting }: Report['board']['decisions'][number]): WorkbookCell[] {
  const detail = `${text}\n費用（1年目）：${cost}　手間：${effort}\n待つと：${waiting}`;
  return [
    { value: title, look: 'strong' },
    { value: detail, look: 'text' },
  ];
}

const provenColumn: TableColumn<AreaLine> = {
  title: '監査・訓練では',
  width: 15,
  of: ({ proven }) => ({ value: proven, look: 'score' }),
};

function areaSheet({ areas }: NonNullable<Report['scores']>): Worksheet {
  return tableSheet('分野', areas, [
    { title: '番号', width: 8, of: ({ id }) => id },
    { title: '分野', width: 22, of: ({ title, weak }) => ({ value: title, look: weak ? 'attention' : 'text' }) },
    { title: '点', width: 8, of: ({ score }) => ({ value: score, look: 'score' }) },
    ...(areas.some(({ proven }) => proven !== null) ? [provenColumn] : []),
    { title: '前回', width: 8, of: ({ before }) => ({ value: before, look: 'score' }) },
    { title: '変化', width: 9, of: ({ change }) => ({ value: change, look: 'change' }) },
    { title: '対策が要る', width: 11, of: ({ weak }) => (weak ? '1.5以下' : '') },
    { title: '回答', width: 8, of: ({ answered }) => ({ value: answered, look: 'whole' }) },
    { title: '0点', width: 8, of: ({ zero }) => ({ value: zero, look: 'whole' }) },
    { title: '分からない', width: 11, of: ({ unknown }) => ({ value: unknown, look: 'whole' }) },
    { title: '対象外', width: 8, of: ({ notApplicable }) => ({ value: notApplicable, look: 'whole' }) },
    { title: '未回答', width: 8, of: ({ unanswered }) => ({ value: unanswered, look: 'whole' }) },
  ]);
}

function establishedSheet({ lines }: NonNullable<Report['established']>): Worksheet {
  return tableSheet('確かめた値', lines, [
    { title: '設問番号', width: 10, of: ({ item }) => item },
    { title: '設問', width: 52, of: ({ text }) => text },
    { title: '自己点検', width: 30, of: ({ claimed }) => claimed },
    { title: '監査', width: 30, of: ({ audited }) => audited?.answer ?? null },
    { title: '監査した日', width: 18, of: ({ audited }) => audited?.day ?? null },
    { title: '訓練', width: 30, of: ({ exercised }) => exercised?.answer ?? null },
    { title: '訓練した日', width: 18, of: ({ exercised }) => exercised?.day ?? null },
    {
      title: '比べると',
      width: 10,
      of: ({ differs }) => ({ value: differs ? '違います' : '同じ', look: differs ? 'attention' : 'text' }),
    },
  ]);
}

function answerSheet({ answers }: Report): Worksheet {
  const lines = answers.flatMap(({ title, lines: inArea }) => inArea.map((line) => ({ ...line, area: title })));
  return tableSheet('設問と回答', lines, [
    { title: '設問番号', width: 10, of: ({ item }) => item },
    { title: '分野', width: 18, of: ({ area }) => area },
    { title: '設問', width: 52, of: ({ text, unverified }) => (unverified ? `${text}【要確認】` : text) },
    { title: '回答', width: 30, of: ({ answer, low }) => ({ value: answer, look: low ? 'attention' : 'text' }) },
    { title: resultColumn, width: 30, of: ({ before }) => before },
    { title: '監査や訓練で確かめた値', width: 40, of: ({ established }) => established.join('\n') },
    { title: 'メモ', width: 48, of: ({ note }) => note },
  ]);
}

function measureSheet({ groups, elsewhere }: NonNullable<Report['measures']>): Worksheet {
  const own = groups.flatMap(({ title, lines }) => lines.map((line) => ({ ...line, area: title })));
  const all: (MeasureLine & { area: string })[] = [
    ...own,
    ...elsewhere.map((line) => ({ ...line, area: 'ほかの分野' })),
  ];
  return tableSheet('対策', all, [
    { title: '番号', width: 9, of: ({ id }) => id },
    { title: '最初の6つ', width: 10, of: ({ place }) => ({ value: place, look: 'whole' }) },
    { title: '分野', width: 16, of: ({ area }) => area },
    { title: '対策', width: 50, of: ({ title }) => title },
    { title: 'なぜ', width: 30, of: ({ why }) => why },
    { title: '費用の区分', width: 10, of: ({ costClass }) => ({ value: costClass, look: 'whole' }) },
    { title: '費用（1年目）', width: 16, of: ({ cost }) => cost },
    { title: '人日（1年目）', width: 12, of: ({ personDays }) => ({ value: personDays, look: 'decimal' }) },
    { title: '2年目から', width: 22, of: ({ later }) => later },
    { title: '担当', width: 20, of: ({ role }) => role },
    { title: '効く設問', width: 26, of: ({ causes }) => causes.join('\n') },
    { title: '先に要ること', width: 36, of: ({ before }) => before.join('\n') },
  ]);
}

function networkSheet({ steps, level }: NonNullable<Report['network']>): Worksheet {
  const numbered = steps.map((step, index) => ({ ...step, place: index + 1 }));
  return tableSheet('ネットワーク', numbered, [
    { title: '順', width: 6, of: ({ place }) => ({ value: place, look: 'whole' }) },
    {
      title: `レベル${level}から次へすること`,
      width: 50,
      of: ({ action, optional }) => (optional ? `${action}（任意）` : action),
    },
    { title: '対策', width: 9, of: ({ measure }) => measure },
    { title: '「はい」になる設問', width: 20, of: ({ sets }) => sets.join('、') },
    { title: '費用の区分', width: 10, of: ({ costClass }) => ({ value: costClass, look: 'whole' }) },
    { title: '費用（1年目）', width: 16, of: ({ cost }) => cost },
    { title: '人日（1年目）', width: 12, of: ({ personDays }) => ({ value: personDays, look: 'decimal' }) },
    { title: '担当', width: 20, of: ({ role }) => role },
    {
      title: '先に要ること',
      width: 36,
      of: ({ before }) => before.map(({ id, title }) => `${id} ${title}`).join('\n'),
    },
  ]);
}

function mirrorSheet({ lines, overall, technical, questions, agreement }: NonNullable<Report['mirror']>): Worksheet {
  const spreads = [overall, technical, ...lines].map(({ title, median, spread }) => [title, median, spread, '']);
  const asked = questions.map(({ question, executive, technical }) => [
    `${executive.item} ${executive.text}`,
    executive.median,
    `${technical.items.map(({ item, text }) => `${item} ${text}`).join('\n')}（平均 ${technical.mean}）`,
    question,
  ]);
  return tableSheet(
    '経営層とのずれ',
    [...spreads, ...asked, ...(agreement === null ? [] : [['', '', '', agreement]])],
    [
      { title: '経営層の分野・設問', width: 44, of: ([first = '']) => first },
      { title: '点（経営層は中央値）', width: 12, of: ([, median = '']) => median },
      { title: '経営層の幅、または担当者の設問', width: 48, of: ([, , third = '']) => third },
      { title: '一緒に確かめたいこと', width: 60, of: ([, , , question = '']) => question },
    ],
  );
}
