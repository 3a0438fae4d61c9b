import { personDaysText } from '#core/assessment/cost.ts';
import { areaScoreText } from '#core/assessment/score-text.ts';
import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import type { Plan } from '#core/plan/plan.ts';
import { isFound, planLead, yenText } from '#core/plan/plan-words.ts';
import { proofText } from '#core/plan/proof-words.ts';
import { type Around, shortageLines } from '#core/plan/shortage-words.ts';
import { textTable } from '../assessment/index.ts';

/** The plan as `mamori plan --format json` prints it: numbers unrounded; the stage under way where the time was over. */
export function planJson(plan: Plan): string {
  const { status, gap, chosen, cost, personDays, areas, networkLevel } = plan;
  const { budget, personDays: days } = plan.limits;
  const limits = { budget, personDays: days, outOfReach: plan.outOfReach };
  const measures = chosen.map(({ network: _, ...measure }) => measure);
  const printed = { status, gap, chosen: measures, cost, personDays, areas, networkLevel, limits };
  return `${JSON.stringify(status === 'time-limit' ? { ...printed, stage: plan.stage } : printed)}\n`;
}

/** The plan as `mamori plan --format table` prints it, for a terminal. */
export function planTable(sheet: Sheet, plan: Plan, around: Around): string {
  const head = `${sheet.title}の計画　${sheet.notice}`;
  const parts = isFound(plan) ? choice(sheet, plan) : shortage(plan, around);
  return `${[head, ...parts].join('\n\n')}\n`;
}

const shortage = (plan: Plan, around: Around) =>
  [`${planLead(plan)}${proofText(plan)}`, shortageLines(plan, around).join('\n')].filter(Boolean);

function choice(sheet: Sheet, plan: Plan): string[] {
  const { chosen, cost, personDays, areas, networkLevel, limits } = plan;
  const measures = new Map(sheet.areas.flatMap((area) => area.measures.map((one): [string, Measure] => [one.id, one])));
  const rows = chosen.map(({ id, ...one }) => {
    const raises = [...one.raises.map(({ item, from, to }) => `${item} ${from}→${to}`), ...one.network].join('、');
    const { title: words = '', role = '' } = measures.get(id) ?? {};
    return [id, yenText(one.cost), personDaysText(one.personDays), role, words, raises];
  });
  return [
    `選んだ対策 ${chosen.length}　費用 ${yenText(cost)}（予算 ${yenText(limits.budget.given)}）　手間 ${personDaysText(personDays)}（${personDaysText(limits.personDays.given)}まで）\n${proofText(plan)}`,
    rows.length > 0
      ? textTable(['番号', '費用（1年目）', '人日', '担当', '対策', '上がる設問'], rows, [1, 2])
      : '選ぶ対策はありません。',
    ...(areas.length > 0 ? [areaTable(sheet, areas)] : []),
    ...(networkLevel ? [`院内ネットワーク: レベル${networkLevel.before} → レベル${networkLevel.after}`] : []),
  ];
}

function areaTable(sheet: Sheet, areas: Plan['areas']): string {
  const title = new Map(sheet.areas.map((area) => [area.id, area.title]));
  return textTable(
    ['番号', '分野', '今', '計画のあと'],
    areas.map(({ id, before, after }) => [id, title.get(id) ?? '', areaScoreText(before), areaScoreText(after)]),
    [2, 3],
  );
}
