import { sql } from 'kysely';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import type { Established, EstablishedKind } from '#core/evidence/established.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

const valuesOf = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('established_value')
    .select(['item_id', 'kind', 'value', 'claimed', 'source_id'])
    .select(sql<string>`to_char(established_on, 'YYYY-MM-DD')`.as('on'))
    .where('facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof valuesOf>['executeTakeFirstOrThrow']>>;

const establishedOf = (row: Row): Established => ({
  itemId: row.item_id,
  kind: row.kind as EstablishedKind,
  sourceId: row.source_id,
  on: row.on,
  value: row.value as AnswerValue,
  claimed: row.claimed as AnswerValue | null,
});

/** The newest value of each item and kind. */
export async function newestEstablished(scope: Scope): Promise<Established[]> {
  const rows = await valuesOf(scope)
    .distinctOn(['item_id', 'kind'])
    .orderBy('item_id')
    .orderBy('kind')
    .orderBy('established_on', 'desc')
    .orderBy('source_id')
    .execute();
  return rows.map(establishedOf);
}

/** What these audits or drills established. */
export async function establishedBy(scope: Scope, sourceIds: readonly string[]): Promise<Established[]> {
  const rows = await valuesOf(scope)
    .where(sql<boolean>`source_id = any (${sourceIds}::uuid[])`)
    .orderBy('item_id')
    .execute();
  return rows.map(establishedOf);
}

/** Keeps what an audit or a drill established. */
export async function insertEstablished({ tx, facilityId }: Scope, values: readonly Established[]): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map(({ itemId, kind, sourceId, value, claimed, on }) => ({
    facility_id: facilityId,
    item_id: itemId,
    kind,
    source_id: sourceId,
    value,
    claimed,
    established_on: on,
  }));
  await tx.insertInto('established_value').values(rows).execute();
}
