import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TaskStatus } from '#core/plan/task.ts';
import type { Treatment, TreatmentEdit, TreatmentKind, TreatmentOption } from '#core/risk/treatment.ts';
import type { FacilityContext } from '../platform/http/context.ts';

const treatmentsOf = ({ tx, facilityId }: FacilityContext) =>
  tx
    .selectFrom('risk_treatment as x')
    .leftJoin('person as p', 'p.id', 'x.owner_id')
    .leftJoin('member as here', (join) =>
      join.onRef('here.facility_id', '=', 'x.facility_id').onRef('here.person_id', '=', 'x.owner_id'),
    )
    .leftJoin('task as t', (join) => join.onRef('t.facility_id', '=', 'x.facility_id').onRef('t.id', '=', 'x.task_id'))
    .select(['x.id', 'x.option', 'x.what', 'x.reason', 'x.kind', 'x.line', 'x.measure_id', 'x.owner_id', 'p.name'])
    .select('here.person_id as member_id')
    .select(['x.task_id', 't.title as task_title', 't.status as task_status'])
    .select(sql<string | null>`to_char(x.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .select(sql<string | null>`to_char(x.done_on, 'YYYY-MM-DD')`.as('done_on'))
    .where('x.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof treatmentsOf>['executeTakeFirstOrThrow']>>;

const asTreatment = (row: Row): Treatment => ({
  id: row.id,
  option: row.option as TreatmentOption,
  what: row.what,
  reason: row.reason,
  dueOn: row.due_on,
  doneOn: row.done_on,
  kind: row.kind as TreatmentKind | null,
  lineId: row.line,
  measureId: row.measure_id,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.name ?? '', left: row.member_id === null },
  task:
    row.task_id === null
      ? null
      : { id: row.task_id, title: row.task_title ?? '', status: (row.task_status ?? 'todo') as TaskStatus },
});

/** What is done about a risk; what is open first, by its day. */
export async function findTreatments(context: FacilityContext, riskId: string): Promise<Treatment[]> {
  const rows = await treatmentsOf(context)
    .where('x.risk_id', '=', riskId)
    .orderBy(sql`x.done_on is not null`)
    .orderBy('x.due_on', (by) => by.asc().nullsLast())
    .orderBy('x.id')
    .execute();
  return rows.map(asTreatment);
}

const columnsOf = (edit: TreatmentEdit) => ({
  option: edit.option,
  what: edit.what.trim(),
  reason: edit.reason.trim(),
  owner_id: edit.ownerId,
  due_on: edit.dueOn,
  done_on: edit.doneOn,
  kind: edit.kind,
  line: edit.lineId,
  measure_id: edit.measureId,
  task_id: edit.taskId,
});

export async function insertTreatment(
  { tx, facilityId, now }: FacilityContext,
  riskId: string,
  edit: TreatmentEdit,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('risk_treatment')
    .values({ facility_id: facilityId, id, risk_id: riskId, ...columnsOf(edit), changed_at: now })
    .execute();
  return id;
}

export const updateTreatment = ({ tx, facilityId, now }: FacilityContext, id: string, edit: TreatmentEdit) =>
  tx
    .updateTable('risk_treatment')
    .set({ ...columnsOf(edit), changed_at: now })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

export const deleteTreatment = ({ tx, facilityId }: FacilityContext, id: string) =>
  tx.deleteFrom('risk_treatment').where('facility_id', '=', facilityId).where('id', '=', id).execute();

/** Moves what is not done about risks to the tasks of a fiscal year that go on with those of the year before. */
export async function followCarriedTasks({ tx, facilityId }: FacilityContext, fiscalYear: number): Promise<void> {
  await sql`
    with moved as (
      update risk_treatment x set task_id = t.id from task t
      where x.facility_id = ${facilityId} and t.facility_id = ${facilityId} and t.fiscal_year = ${fiscalYear}
        and x.task_id = t.carried_from and x.done_on is null
      returning x.risk_id
    )
    update risk set revision = revision + 1 where facility_id = ${facilityId} and id in (select risk_id from moved)`.execute(
    tx,
  );
}
