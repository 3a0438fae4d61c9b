import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Decision } from '#core/plan/decision/decision.ts';
import type { DecisionRequest, RequestEdit } from '#core/plan/decision/request.ts';
import type { RequestKind } from '#core/plan/decision/request-kind.ts';
import type { FacilityTx } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findDecisions } from './decision-repository.ts';

type Here = Pick<FacilityContext, 'tx' | 'facilityId'>;

const requestsOf = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('decision_request')
    .innerJoin('person', 'person.id', 'decision_request.asked_by')
    .select(['decision_request.id', 'kind', 'title', 'matter', 'cost', 'effect', 'waiting', 'source', 'revision'])
    .select(['asked_by', 'person.name as asker', 'asked_at', 'withdrawn_at'])
    .select(sql<string | null>`to_char(needed_by, 'YYYY-MM-DD')`.as('needed_by'))
    .where('decision_request.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof requestsOf>['executeTakeFirstOrThrow']>>;

const asRequest = (row: Row, decisions: readonly Decision[] = []): DecisionRequest => ({
  id: row.id,
  kind: row.kind as RequestKind,
  title: row.title,
  matter: row.matter,
  cost: row.cost === null ? null : Number(row.cost),
  effect: row.effect,
  waiting: row.waiting,
  neededBy: row.needed_by,
  source: row.source,
  askedBy: { id: row.asked_by, name: row.asker },
  askedAt: row.asked_at,
  withdrawnAt: row.withdrawn_at,
  revision: row.revision,
  decisions: [...decisions],
});

async function withDecisions(here: Here, rows: readonly Row[]): Promise<DecisionRequest[]> {
  const ids = rows.map(({ id }) => id);
  const decisions = await findDecisions(here, ids);
  return rows.map((row) => asRequest(row, decisions.get(row.id)));
}

const inOrder = ({ tx, facilityId }: Here) =>
  requestsOf(tx, facilityId).orderBy('asked_at').orderBy('decision_request.id');

/** Everything that was ever asked of the sources that begin so, with what was decided of it. */
export const findRequests = async (here: Here, beginning: string): Promise<DecisionRequest[]> =>
  withDecisions(here, await inOrder(here).where(sql<boolean>`starts_with(source, ${beginning})`).execute());

/** The last that was said of a request ends it for good: approved, unless that is the acceptance of a risk, or declined. */
const isEnded = sql<boolean>`coalesce((select d.outcome = 'declined' or d.outcome = 'approved' and decision_request.kind <> 'risk-acceptance'
  from decision d where d.facility_id = decision_request.facility_id and d.request_id = decision_request.id
  order by d.fiscal_year desc, d.number desc limit 1), false)`;

/** What nobody has withdrawn, and nobody has decided for good, with what was decided of it. */
export const findOpenRequests = async (here: Here): Promise<DecisionRequest[]> =>
  withDecisions(
    here,
    await inOrder(here)
      .where('withdrawn_at', 'is', null)
      .where(({ not }) => not(isEnded))
      .execute(),
  );

/** One request, held until the transaction ends. */
export async function lockRequest(context: Here, id: string): Promise<DecisionRequest | undefined> {
  const row = await requestsOf(context.tx, context.facilityId)
    .where('decision_request.id', '=', id)
    .forUpdate('decision_request')
    .executeTakeFirst();
  return row && asRequest(row, (await findDecisions(context, [id])).get(id));
}

/** The request that stands for a suggestion. */
export async function lockStanding(context: FacilityContext, source: string): Promise<DecisionRequest | undefined> {
  const row = await requestsOf(context.tx, context.facilityId)
    .where('source', '=', source)
    .where('withdrawn_at', 'is', null)
    .forUpdate('decision_request')
    .executeTakeFirst();
  return row && asRequest(row, (await findDecisions(context, [row.id])).get(row.id));
}

/** The sources that begin so and stand as requests. */
export async function standingSources({ tx, facilityId }: Here, beginning: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('decision_request')
    .select('source')
    .where('facility_id', '=', facilityId)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`starts_with(source, ${beginning})`)
    .orderBy('source')
    .execute();
  return rows.flatMap(({ source }) => source ?? []);
}

const columnsOf = ({ kind, title, matter, cost, effect, waiting, neededBy }: RequestEdit) => ({
  kind,
  title: title.trim(),
  matter: matter.trim(),
  cost: cost === null ? null : String(cost),
  effect: effect.trim(),
  waiting: waiting.trim(),
  needed_by: neededBy,
});

export type NewRequest = RequestEdit & { readonly source: string | null };

/** Adds a request; undefined where one stands for the same suggestion. */
export async function insertRequest(
  { tx, facilityId, personId, now }: FacilityContext,
  { source, ...edit }: NewRequest,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('decision_request')
    .values({
      facility_id: facilityId,
      id: randomUUID(),
      ...columnsOf(edit),
      source,
      asked_by: personId,
      asked_at: now,
      withdrawn_at: null,
    })
    .onConflict((on) =>
      on
        .columns(['facility_id', 'source'])
        .where((of) => of.and([of('source', 'is not', null), of('withdrawn_at', 'is', null)]))
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

type Change = Partial<ReturnType<typeof columnsOf>> & { readonly withdrawn_at?: Date };

const change = ({ tx, facilityId }: FacilityContext, id: string, columns: Change) =>
  tx
    .updateTable('decision_request')
    .set({ ...columns, revision: sql`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

export const updateRequest = (context: FacilityContext, id: string, edit: RequestEdit) =>
  change(context, id, columnsOf(edit));

export const markWithdrawn = (context: FacilityContext, id: string) =>
  change(context, id, { withdrawn_at: context.now });

/** Makes whoever still sees a request as it was before see that it was decided. */
export const markDecided = (context: FacilityContext, id: string) => change(context, id, {});
