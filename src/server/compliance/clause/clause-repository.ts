import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ClauseStep } from '#core/compliance/clause/clause-cycle.ts';
import type { ClauseEdit, ClauseView, DoneStep } from '#core/compliance/clause/clause-record.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

/** What a facility says of a clause; without the steps done. */
export type KeptClause = Pick<ClauseView, 'owner' | 'dueOn' | 'documents' | 'undone' | 'revision'>;

export const untouched: KeptClause = { owner: null, dueOn: null, documents: '', undone: '', revision: 0 };

const recordsOf = ({ tx, facilityId }: FacilityContext) =>
  tx
    .selectFrom('clause_record as c')
    .leftJoin('person as p', 'p.id', 'c.owner_id')
    .leftJoin('member as here', (join) =>
      join.onRef('here.facility_id', '=', 'c.facility_id').onRef('here.person_id', '=', 'c.owner_id'),
    )
    .select([
      'c.clause_id',
      'c.owner_id',
      'p.name',
      'here.person_id as member_id',
      'c.documents',
      'c.undone',
      'c.revision',
    ])
    // A date as it stands: as a moment it would be another day in another zone.
    .select(sql<string | null>`to_char(c.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('c.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof recordsOf>['executeTakeFirstOrThrow']>>;

const keptOf = (row: Row): KeptClause => ({
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.name ?? '', left: row.member_id === null },
  dueOn: row.due_on,
  documents: row.documents,
  undone: row.undone,
  revision: row.revision,
});

/** Everything said of clauses, by their ids. */
export async function findRecords(context: FacilityContext): Promise<ReadonlyMap<string, KeptClause>> {
  return new Map((await recordsOf(context).execute()).map((row) => [row.clause_id, keptOf(row)]));
}

/** Every step done, by the ids of the clauses; the newest first. Of one clause alone where it is named. */
export async function findSteps(
  { tx, facilityId }: FacilityContext,
  clauseId?: string,
): Promise<ReadonlyMap<string, DoneStep[]>> {
  const rows = await tx
    .selectFrom('clause_step as s')
    .innerJoin('person as p', 'p.id', 's.done_by')
    .select(['s.clause_id', 's.id', 's.step', 's.note', 's.done_at', 'p.id as person_id', 'p.name'])
    .where('s.facility_id', '=', facilityId)
    .$if(clauseId !== undefined, (all) => all.where('s.clause_id', '=', clauseId ?? ''))
    .orderBy('s.clause_id')
    .orderBy('s.place', 'desc')
    .execute();
  const byClause = Map.groupBy(rows, (row) => row.clause_id);
  return new Map([...byClause].map(([id, steps]) => [id, steps.map(doneStep)]));
}

type StepRow = { id: string; step: string; note: string; done_at: Date; person_id: string; name: string };

const doneStep = (row: StepRow): DoneStep => ({
  id: row.id,
  step: row.step as ClauseStep,
  note: row.note,
  doneBy: { id: row.person_id, name: row.name },
  doneAt: row.done_at,
});

/** Makes everybody who writes about a clause do so one after the other until the transaction ends. */
export const holdClause = ({ tx, facilityId }: FacilityContext, clauseId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('clause ' || ${facilityId} || ${clauseId}, 0))`.execute(tx);

/** What is said of one clause. */
export async function findRecord(context: FacilityContext, clauseId: string): Promise<KeptClause> {
  const row = await recordsOf(context).where('c.clause_id', '=', clauseId).executeTakeFirst();
  return row ? keptOf(row) : untouched;
}

export function saveRecord({ tx, facilityId, now }: FacilityContext, clauseId: string, edit: ClauseEdit) {
  const columns = {
    owner_id: edit.ownerId,
    due_on: edit.dueOn,
    documents: edit.documents.trim(),
    undone: edit.undone.trim(),
    changed_at: now,
  };
  return tx
    .insertInto('clause_record')
    .values({ facility_id: facilityId, clause_id: clauseId, ...columns })
    .onConflict((on) =>
      on
        .columns(['facility_id', 'clause_id'])
        .doUpdateSet({ ...columns, revision: sql<number>`clause_record.revision + 1` }),
    )
    .execute();
}

type NewStep = {
  readonly clauseId: string;
  /** 1 for the first step of the clause. */
  readonly place: number;
  readonly step: ClauseStep;
  readonly note: string;
};

export const insertStep = ({ tx, facilityId, personId, now }: FacilityContext, done: NewStep) =>
  tx
    .insertInto('clause_step')
    .values({
      facility_id: facilityId,
      id: randomUUID(),
      clause_id: done.clauseId,
      place: done.place,
      step: done.step,
      note: done.note.trim(),
      done_by: personId,
      done_at: now,
    })
    .execute();

/** The day in Japan on which each of these clauses was last carried out, reported or followed up, of those within some days. */
export async function recordedDays(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  clauseIds: readonly string[],
  { first, last }: { readonly first: string; readonly last: string },
): Promise<ReadonlyMap<string, string>> {
  const day = sql<string>`to_char(max(done_at at time zone 'Asia/Tokyo'), 'YYYY-MM-DD')`;
  const rows = await tx
    .selectFrom('clause_step')
    .select(['clause_id', day.as('day')])
    .where('facility_id', '=', facilityId)
    .where('clause_id', 'in', clauseIds)
    .where('step', '<>', 'instructed')
    .where(sql<boolean>`(done_at at time zone 'Asia/Tokyo')::date between ${first} and ${last}`)
    .groupBy('clause_id')
    .execute();
  return new Map(rows.map((row) => [row.clause_id, row.day]));
}
