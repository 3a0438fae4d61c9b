import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { Quarter } from '#core/plan/schedule.ts';
import type { Task, TaskEdit, TaskStatus } from '#core/plan/task.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';
import type { FacilityContext } from '../platform/http/context.ts';

const tasksOf = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('task')
    .leftJoin('member', (join) =>
      join.onRef('member.facility_id', '=', 'task.facility_id').onRef('member.person_id', '=', 'task.owner_id'),
    )
    .leftJoin('person', 'person.id', 'task.owner_id')
    .select(['task.id', 'fiscal_year', 'measure_id', 'title', 'status', 'aim', 'measured_by', 'revision'])
    .select(['cost_planned', 'cost_spent', 'person_days', 'task.owner_id', 'person.name as owner_name'])
    .select('member.person_id as member_id')
    // A date as it stands: as a moment it would be another day in another zone.
    .select(sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('due_on'))
    .select(sql<string>`to_char(task.created_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`.as('added_on'))
    .where('task.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof tasksOf>['executeTakeFirstOrThrow']>>;

const asTask = (row: Row): Task => ({
  id: row.id,
  fiscalYear: row.fiscal_year,
  addedOn: row.added_on,
  measureId: row.measure_id,
  title: row.title,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '', left: row.member_id === null },
  dueOn: row.due_on,
  status: row.status as TaskStatus,
  costPlanned: Number(row.cost_planned),
  costSpent: Number(row.cost_spent),
  personDays: Number(row.person_days),
  aim: row.aim,
  measuredBy: row.measured_by,
  revision: row.revision,
});

/** Which tasks are asked for. */
export type TaskFilter = {
  readonly fiscalYear: number;
  /** `none`: what was given to nobody, and what is still to be done and was given to somebody who has left. */
  readonly owner?: string | undefined;
  readonly status?: TaskStatus | undefined;
  readonly quarter?: Quarter | undefined;
  /** Of these measures alone; null: of none. */
  readonly measures?: readonly string[] | null | undefined;
  /** Words of the title. */
  readonly words?: string | undefined;
};
export type AskedTasks = TaskFilter & { readonly after?: string | undefined };

const isOwnedBy = (owner: string) =>
  owner === 'none'
    ? sql<boolean>`(task.owner_id is null or task.status in ('todo', 'doing') and not exists (select from member m
        where m.facility_id = task.facility_id and m.person_id = task.owner_id))`
    : sql<boolean>`task.owner_id = ${owner}`;

/** What is asked for, as one condition. */
function askedFor({ fiscalYear, owner, status, quarter, measures, words }: TaskFilter) {
  const asked = [sql<boolean>`task.fiscal_year = ${fiscalYear}`];
  if (owner !== undefined) asked.push(isOwnedBy(owner));
  if (status === 'dropped') asked.push(sql<boolean>`task.status in ('dropped', 'carried')`);
  else if (status !== undefined) asked.push(sql<boolean>`task.status = ${status}`);
  if (quarter !== undefined) asked.push(sql<boolean>`task.quarter = ${quarter}`);
  if (measures === null) asked.push(sql<boolean>`task.measure_id is null`);
  else if (measures !== undefined) asked.push(sql<boolean>`task.measure_id = any (${measures}::text[])`);
  if (words !== undefined) asked.push(sql<boolean>`position(lower(${words}) in lower(task.title)) > 0`);
  return sql<boolean>`(${sql.join(asked, sql` and `)})`;
}

/** Tasks of a fiscal year, those due first before; `most` of them from the one after which to go on. */
export async function findTasks({ tx, facilityId }: FacilityContext, asked: AskedTasks, most: number): Promise<Task[]> {
  const last = sql`(select due_on, id from task where facility_id = ${facilityId} and id = ${asked.after})`;
  const rows = await tasksOf(tx, facilityId)
    .where(askedFor(asked))
    .$if(asked.after !== undefined, (all) => all.where(sql<boolean>`(task.due_on, task.id) > ${last}`))
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(sql.lit(most))
    .execute();
  return rows.map(asTask);
}

/** One task. */
export async function findTask({ tx, facilityId }: FacilityContext, id: string): Promise<Task | undefined> {
  const row = await tasksOf(tx, facilityId).where('task.id', '=', id).executeTakeFirst();
  return row && asTask(row);
}

/** The statement that adds up the tasks asked for by state, measure and quarter: of a whole year in the order of its index. */
export const sumTasks = ({ tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>, filter: TaskFilter) =>
  tx
    .selectFrom('task')
    .select(['measure_id', 'status', 'quarter'])
    .select((row) => [
      row.fn.countAll<string>().as('tasks'),
      row.fn.sum<string>('cost_planned').as('planned'),
      row.fn.sum<string>('cost_spent').as('spent'),
      row.fn.sum<string>('person_days').as('days'),
    ])
    .where('facility_id', '=', facilityId)
    .where(askedFor(filter))
    .groupBy(['status', 'measure_id', 'quarter']);

const countWhere = (condition: RawBuilder<boolean>) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** Of a former year: carried over, or of a measure that was finished in one and recurs. */
const fromBefore = sql<boolean>`(carried_from is not null or exists (
  select from task f where f.facility_id = task.facility_id and f.measure_id = task.measure_id
    and f.fiscal_year < task.fiscal_year and f.status = 'done'))`;

/** Tasks of a fiscal year that are its own to do: all of them, those of measures by where they come from, those finished, and those late today. */
export const countTasks = (
  { tx, facilityId, now }: Pick<FacilityContext, 'tx' | 'facilityId' | 'now'>,
  fiscalYear: number,
) =>
  tx
    .selectFrom('task')
    .select([
      countWhere(sql`true`).as('all'),
      countWhere(sql`measure_id is not null and not ${fromBefore}`).as('ofMeasures'),
      countWhere(sql`measure_id is not null and ${fromBefore}`).as('fromBefore'),
      countWhere(sql`status = 'done'`).as('done'),
      countWhere(sql`status in ('todo', 'doing') and due_on < ${dayInJapan(now)}::date`).as('late'),
    ])
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .where('status', 'in', ['todo', 'doing', 'done'])
    .executeTakeFirstOrThrow();

/** One task, held until the transaction ends. */
export async function lockTask({ tx, facilityId }: FacilityContext, id: string): Promise<Task | undefined> {
  const row = await tasksOf(tx, facilityId).where('task.id', '=', id).forUpdate('task').executeTakeFirst();
  return row && asTask(row);
}

const columnsOf = (edit: Omit<TaskEdit, 'status'> & { readonly status: TaskStatus }) => ({
  title: edit.title.trim(),
  owner_id: edit.ownerId,
  due_on: edit.dueOn,
  status: edit.status,
  cost_planned: String(edit.costPlanned),
  cost_spent: String(edit.costSpent),
  person_days: String(edit.personDays),
  aim: edit.aim,
  measured_by: edit.measuredBy,
});

export type NewTask = Parameters<typeof columnsOf>[0] & {
  readonly fiscalYear: number;
  readonly measureId: string | null;
};

/** Adds tasks; of a measure that has one in that year nothing changes. Tells those added. */
export const insertTasks = ({ tx, facilityId, now }: FacilityContext, added: readonly NewTask[]) =>
  tx
    .insertInto('task')
    .values(
      added.map((task) => ({
        facility_id: facilityId,
        id: randomUUID(),
        fiscal_year: task.fiscalYear,
        measure_id: task.measureId,
        ...columnsOf(task),
        created_at: now,
        changed_at: now,
      })),
    )
    .onConflict((on) =>
      on.columns(['facility_id', 'fiscal_year', 'measure_id']).where('measure_id', 'is not', null).doNothing(),
    )
    .returning(['id', sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('dueOn')])
    .execute();

export const updateTask = ({ tx, facilityId, now }: FacilityContext, id: string, edit: TaskEdit) =>
  tx
    .updateTable('task')
    .set({ ...columnsOf(edit), changed_at: now, revision: sql`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

/** The measures of these tasks; none of a task that is of no measure. */
export async function measuresOfTasks(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('task')
    .select(['id', 'measure_id'])
    .where('facility_id', '=', facilityId)
    .where(sql<boolean>`id::text = any (${ids}::text[])`)
    .execute();
  return new Map(rows.flatMap(({ id, measure_id }) => (measure_id === null ? [] : [[id, measure_id] as const])));
}

/** The measures whose tasks these people have in these fiscal years. */
export async function ownedMeasures(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  of: { readonly people: readonly string[]; readonly fiscalYears: readonly number[] },
) {
  const rows = await tx
    .selectFrom('task')
    .select(['owner_id as personId', 'measure_id as measureId', 'fiscal_year as fiscalYear'])
    .distinct()
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', 'in', of.fiscalYears)
    .where(sql<boolean>`owner_id = any (${of.people}::uuid[])`)
    .execute();
  return rows.flatMap(({ personId, measureId, fiscalYear }) =>
    personId === null || measureId === null ? [] : [{ personId, measureId, fiscalYear }],
  );
}
