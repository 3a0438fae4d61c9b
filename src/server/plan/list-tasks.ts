import { type Catalogue, findMeasure } from '#core/catalogue/catalogue.ts';
import type { Quarter } from '#core/plan/schedule.ts';
import type { Task, TaskStatus } from '#core/plan/task.ts';
import type { TaskSum } from '#core/plan/task-summary.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { type AskedTasks, findTasks, sumTasks, type TaskFilter } from './task-repository.ts';

const page = 200;

type InArea = { readonly area?: string | undefined };

/** The measures of an area in every version of its sheet; null for what is no measure. */
function measuresIn(catalogue: Catalogue, area: string): readonly string[] | null {
  if (area === 'none') return null;
  const areas = catalogue.sheets.flatMap((sheet) => sheet.areas).filter(({ id }) => id === area);
  return [...new Set(areas.flatMap(({ measures }) => measures.map(({ id }) => id)))];
}

const filterOf = <Asked extends TaskFilter & InArea>(catalogue: Catalogue, { area, ...asked }: Asked) =>
  area === undefined ? asked : { ...asked, measures: measuresIn(catalogue, area) };

/** One page of the tasks asked for. */
export async function listTasks(context: FacilityContext, catalogue: Catalogue, asked: AskedTasks & InArea) {
  const found: Task[] = await findTasks(context, filterOf(catalogue, asked), page + 1);
  return { tasks: found.slice(0, page), more: found.length > page };
}

/** What the tasks asked for come to, by area, state and quarter. */
export async function taskSums(
  context: FacilityContext,
  catalogue: Catalogue,
  asked: TaskFilter & InArea,
): Promise<TaskSum[]> {
  const rows = (await sumTasks(context, filterOf(catalogue, asked)).execute()).map((row) => ({
    area: areaOf(catalogue, row.measure_id),
    status: row.status as TaskStatus,
    quarter: row.quarter as Quarter,
    tasks: Number(row.tasks),
    costPlanned: Number(row.planned),
    costSpent: Number(row.spent),
    personDays: Number(row.days),
  }));
  const together = Map.groupBy(rows, ({ area, status, quarter }) => `${area?.id} ${status} ${quarter}`);
  return [...together.values()].map((same) => same.reduce(added));
}

function areaOf(catalogue: Catalogue, measureId: string | null): TaskSum['area'] {
  const placed = measureId === null ? undefined : findMeasure(catalogue, measureId);
  return placed ? { id: placed.area.id, title: placed.area.title } : null;
}

const added = (a: TaskSum, b: TaskSum): TaskSum => ({
  ...a,
  tasks: a.tasks + b.tasks,
  costPlanned: a.costPlanned + b.costPlanned,
  costSpent: a.costSpent + b.costSpent,
  personDays: Math.round((a.personDays + b.personDays) * 10) / 10,
});
