import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type Quarter, quarters } from '#core/plan/schedule.ts';
import { lastDayOf, type Task, type TaskEdit } from '#core/plan/task.ts';
import { acceptPlan, editTask, listTasks, setCost, writeComment } from '../../plan/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { submittedRun } from '../../sheet/index.ts';
import { type Acting, type As, actAs } from './act-as.ts';
import { addList } from './add-list.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import { measureLists } from './made-files.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** What the hospital set itself out of last year's result, quarter by quarter. */
const chosen: Readonly<Record<Quarter, readonly string[]>> = {
  1: ['M01-1', 'M03-1', 'M15-1'],
  2: ['M02-1', 'M07-1', 'M05-3'],
  3: ['M07-3', 'M05-1', 'M12-3'],
  4: ['M06-1', 'M17-2', 'M21-3'],
};
/** What it set itself the year before; what was due in the last quarter is not at its end. */
const chosenBefore: Readonly<Record<Quarter, readonly string[]>> = {
  1: ['M04-1'],
  2: ['M09-1', 'M20-1'],
  3: ['M15-2'],
  4: ['M14-1', 'M16-1'],
};

/** What the hospital pays where that is known, in yen. */
const ownCosts: Readonly<Record<string, number>> = { 'M07-1': 180_000, 'M07-3': 640_000, 'M05-1': 1_250_000 };

/** By what the hospital sees that a measure has come to something. */
const measured: Readonly<Record<string, string>> = {
  'M01-1': '体制表に全部の役割と代わりの人がある',
  'M03-1': '一覧に載っていない機器が、年2回の見回りで0台',
  'M15-1': '戻す試験が、決めた時間のうちに終わる',
  'M07-1': '委託先ごとの回線が、接続点一覧と1本も違わない',
};

/** How a task stands on a day: what was due is done, what is due in these months is under way. */
function stateOn(day: string, { dueOn, costPlanned }: Task): Pick<TaskEdit, 'status' | 'costSpent'> {
  if (dueOn < day) return { status: 'done', costSpent: Math.round((costPlanned * 0.9) / 1000) * 1000 };
  const soon = new Date(`${day}T00:00:00Z`).getTime() + 100 * 24 * 60 * 60 * 1000;
  const under = new Date(`${dueOn}T00:00:00Z`).getTime() < soon;
  return under
    ? { status: 'doing', costSpent: Math.round((costPlanned * 0.3) / 1000) * 1000 }
    : { status: 'todo', costSpent: 0 };
}

function ownerOf(members: readonly Acting[], { measureId }: Task): Acting {
  const planned = /^M(01|02|21)-/.test(measureId ?? '');
  return holderOf(members, planned ? 'planner' : 'operator');
}

type Year = { readonly fiscalYear: number; readonly today: string; readonly at: (share: number) => Date };

async function fillYear(
  as: As,
  { catalogue }: Parts,
  { id, members }: OpenedFacility,
  { fiscalYear, today, at, measures }: Year & { readonly measures: Readonly<Record<Quarter, readonly string[]>> },
): Promise<void> {
  const context = as(holderOf(members, 'planner'), at(0.1));
  const run = await submittedRun(context.tx, id, { sheetId: 'hospital', fiscalYear: fiscalYear - 1 });
  if (!run) return;
  const planned = quarters.flatMap((quarter) => measures[quarter].map((measure) => ({ id: measure, quarter })));
  const { added } = await acceptPlan(context, catalogue, { runId: run.id, fiscalYear, measures: planned });
  if (added === 0) return;
  const { tasks } = await listTasks(context, catalogue, { fiscalYear });
  for (const task of tasks) {
    const { id: taskId, owner: _, fiscalYear: __, measureId: ___, addedOn: _added, status: ____, ...edit } = task;
    const owner = ownerOf(members, task);
    const state = stateOn(today, task);
    const measuredBy = measured[task.measureId ?? ''] ?? '';
    await editTask(as(owner, at(0.5)), { ...edit, ...state, measuredBy, taskId, ownerId: owner.id });
    const list = measureLists[task.measureId ?? ''];
    if (state.status === 'done' && list) await addList(as(owner, at(0.5)), { taskId }, list);
    if (state.status === 'doing')
      await writeComment(as(owner, at(0.8)), { taskId, body: '事業者に見積もりを頼みました。月末に返事が来ます。' });
  }
}

/** Tasks of the leading hospital out of the results of the year before: last year's but for two at their end, this year's as far as it has come. */
export function fillLeadingTasks(parts: Parts, opened: OpenedFacility, span: Span): Promise<void> {
  const planner = holderOf(opened.members, 'planner');
  const [before = 0, year = 0] = [span.years[thisYear - 1], span.years[thisYear]];
  const at = (fiscalYear: number) => (share: number) => momentIn(fiscalYear, span.now, share, share);
  return actAs(parts.db, opened.id, planner, async (as) => {
    const context = as(planner, at(year)(0.1));
    for (const [measureId, yen] of Object.entries(ownCosts))
      await setCost(context, parts.catalogue, { measureId, yen });
    const last = { fiscalYear: before, today: lastDayOf(before, 4), at: at(before), measures: chosenBefore };
    await fillYear(as, parts, opened, last);
    const today = span.now.toISOString().slice(0, 10);
    await fillYear(as, parts, opened, { fiscalYear: year, today, at: at(year), measures: chosen });
  });
}
