import { costRange, costText, personDaysText } from '#core/assessment/cost.ts';
import { reportOf } from '#core/assessment/report.ts';
import type { Result } from '#core/assessment/result.ts';
import { areaScoreText, sheetScoreText } from '#core/assessment/score-text.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { textTable } from './text-table.ts';

/** The result as `mamori assess --format json` prints it: numbers unrounded. */
export function resultJson(result: Result): string {
  const { sheet, version, score, areas, weakAreas, zeroAnswers, measures, network } = result;
  return JSON.stringify({
    sheet,
    version,
    score,
    areas,
    weakAreas,
    zeroAnswers,
    measures: measures.map(({ id, area, title, costClass, personDays, role }) => {
      return { id, area, title, costClass, personDays, role };
    }),
    ...(network ? { network: { level: network.level, axes: network.axes, unanswered: network.unanswered } } : {}),
  });
}

/** The result as `mamori assess --format table` prints it, for a terminal. */
export function resultTable(sheet: Sheet, result: Result): string {
  const head = `${sheet.title}（${sheet.description}）版 ${sheet.version}\n${sheet.notice}`;
  const parts = result.network ? networkParts(sheet, result) : scoreParts(sheet, result);
  return `${[head, ...parts].join('\n\n')}\n`;
}

function scoreParts(sheet: Sheet, result: Result): string[] {
  const { areas, weakAreas, score, zeroAnswers, unknownAnswers } = result;
  const rows = areas.map((area) => [
    area.id,
    area.title,
    areaScoreText(area.score),
    String(area.answered),
    String(area.unknown),
    String(area.notApplicable),
    String(area.unanswered),
    weakAreas.includes(area.id) ? '1.5以下' : '',
  ]);
  const heads = ['番号', '分野', '点', '回答', '分からない', '対象外', '未回答', '対策'];
  return [
    `総合 ${sheetScoreText(score)} / 3　　対策が要る分野 ${weakAreas.length} / ${areas.length}　　0点 ${zeroAnswers}問　　分からない ${unknownAnswers}問`,
    textTable(heads, rows, [2, 3, 4, 5, 6]),
    weakAreas.length === 0 ? '対策が要る分野（1.5以下）はありません。' : measureTable(sheet, result),
  ];
}

function measureTable(sheet: Sheet, { measures, areas, firstSix }: Result): string {
  const title = new Map(areas.map((area) => [area.id, area.title]));
  const rows = measures.map((measure) => [
    firstSix.includes(measure.id) ? String(firstSix.indexOf(measure.id) + 1) : '',
    measure.id,
    title.get(measure.area) ?? '',
    costText(costRange(measure.costClass, sheet.id)),
    personDaysText(measure.personDays),
    measure.role,
    measure.title,
  ]);
  const table = textTable(['順', '番号', '分野', '費用（1年目）', '人日', '担当', '対策'], rows, [0, 3, 4]);
  return `対策が要る分野の対策（順は最初に取り組むもの）\n${table}`;
}

function networkParts(sheet: Sheet, result: Result): string[] {
  const { network } = reportOf({ sheet, answers: new Map(), result, now: new Date(0) });
  if (!network) return [];
  const steps = network.steps.map(({ measure, cost, effort, role, action, optional }, index) => {
    return [String(index + 1), measure, cost, effort, role, optional ? `${action}（任意）` : action];
  });
  return [
    network.finding,
    textTable(
      ['軸', '', ''],
      network.axes.map(({ title, mark, meaning }) => [title, mark, meaning]),
      [],
    ),
    ...(steps.length > 0
      ? [textTable(['順', '対策', '費用（1年目）', '人日', '担当', 'すること'], steps, [0, 2, 3])]
      : []),
    ...(network.unanswered.length > 0
      ? [`「いいえ」として数えた設問（分からない・未回答）：${network.unanswered.map(({ item }) => item).join('、')}`]
      : []),
  ];
}
