import { CompiledQuery, sql } from 'kysely';
import type { Crossing } from '#core/catalogue/crossing.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';

type Place = { readonly facilityId: string; readonly runId: string };

const carry = `
  with carried as (
    insert into answer (facility_id, run_id, item_id, value, note, revision, to_confirm, confirmed_on, target_on, answered_by, answered_at)
    select facility_id, run_id, way.item_id, value, note, 1, to_confirm, confirmed_on, target_on, answered_by, answered_at
    from answer join unnest($3::text[], $4::text[]) as way(item_id, was) on answer.item_id = way.was
    where facility_id = $1::uuid and run_id = $2::uuid and not former
    returning *
  )
  insert into answer_history (facility_id, run_id, item_id, revision, value, note, confirmed_on, target_on, origin, answered_by, answered_at)
  select facility_id, run_id, item_id, revision, value, note, confirmed_on, target_on, 'bridged', answered_by, answered_at from carried
  returning item_id`;

/** Copies the answers whose question is unchanged to the items that ask it now, by whoever gave them; tells how many. */
export async function carryThrough(tx: FacilityTx, { facilityId, runId }: Place, { steps }: Crossing): Promise<number> {
  const ways = [...steps].flatMap(([item, step]) =>
    step.change === 'unchanged' && step.from !== item ? [{ item, was: step.from }] : [],
  );
  const values = [facilityId, runId, ways.map(({ item }) => item), ways.map(({ was }) => was)];
  const { rows } = await tx.executeQuery<{ item_id: string }>(CompiledQuery.raw(carry, values));
  return rows.length;
}

/** Marks what was answered to items the version does not ask, and notes the version of the run. */
export async function saveVersion(tx: FacilityTx, { facilityId, runId }: Place, { from, to, steps }: Crossing) {
  await tx
    .updateTable('answer')
    .set({ former: true })
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where(sql<boolean>`item_id <> all (${[...steps.keys()]}::text[])`)
    .execute();
  await tx
    .updateTable('run')
    .set({ sheet_version: to.version, moved_from: from.version })
    .where('facility_id', '=', facilityId)
    .where('id', '=', runId)
    .execute();
}

/** Hands the areas of the version to whoever held those their items come from. */
export async function moveAssignments(
  tx: FacilityTx,
  { facilityId, runId }: Place,
  ways: readonly { readonly area: string; readonly was: string }[],
): Promise<void> {
  const held = await tx
    .deleteFrom('assignment')
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .returningAll()
    .execute();
  const now = ways.flatMap(({ area, was }) =>
    held.filter(({ area_id }) => area_id === was).map((holder) => ({ ...holder, area_id: area })),
  );
  if (now.length > 0) await tx.insertInto('assignment').values(now).execute();
}
