import { sql } from 'kysely';
import { type ImportReport, listedAtMost } from '#core/organisation/import-report.ts';
import type { SystemTx } from '../platform/database/transaction.ts';

type Lists = Pick<ImportReport, 'new' | 'unchanged' | 'changed' | 'repeated' | 'conflicts' | 'facilities'>;
type Listed<T> = T & { readonly total: string };

const counted = <T extends object>(rows: readonly Listed<T>[], part: (row: T) => T) => ({
  count: Number(rows[0]?.total ?? 0),
  listed: rows.map((row) => part(row)),
});

/** The codes that stand in more than one row, and whether the rows differ. */
async function findTwice(tx: SystemTx): Promise<void> {
  await sql`create index on register_row (code)`.execute(tx);
  await sql`analyze register_row (code)`.execute(tx);
  await sql`
    create temp table register_twice on commit drop as
    select code, count(distinct (name, coalesce(postal_code, ''), address)) > 1 as differs
    from (select code from register_row group by code having count(*) > 1) twice join register_row using (code)
    group by code`.execute(tx);
}

async function findConflicts(tx: SystemTx): Promise<ImportReport['conflicts']> {
  const { rows } = await sql<Listed<ImportReport['conflicts']['listed'][number]>>`
    select code, array_agg(row_number order by row_number) as rows, array_agg(name order by row_number) as names,
      count(*) over () as total
    from register_twice join register_row using (code) where differs
    group by code order by code limit ${listedAtMost}`.execute(tx);
  return counted(rows, ({ code, rows: lines, names }) => ({ code, rows: lines, names }));
}

async function findRepeated(tx: SystemTx): Promise<ImportReport['repeated']> {
  const { rows } = await sql<Listed<ImportReport['repeated']['listed'][number]>>`
    select code, array_agg(row_number order by row_number) as rows, sum(count(*) - 1) over () as total
    from register_twice join register_row using (code) where not differs
    group by code order by code limit ${listedAtMost}`.execute(tx);
  return counted(rows, ({ code, rows: lines }) => ({ code, rows: lines }));
}

/** Leaves one row per code, and none of a code whose rows differ. */
async function keepOnePerCode(tx: SystemTx): Promise<number> {
  await sql`
    delete from register_row r using register_twice t where r.code = t.code and (t.differs
      or r.row_number > (select min(first.row_number) from register_row first where first.code = r.code))`.execute(tx);
  const { rows } = await sql<{ entries: number }>`select count(*)::integer as entries from register_row`.execute(tx);
  return rows[0]?.entries ?? 0;
}

async function findChanged(tx: SystemTx): Promise<ImportReport['changed']> {
  const { rows } = await sql<Listed<ImportReport['changed']['listed'][number]>>`
    select e.code, count(*) over () as total,
      jsonb_build_object('name', f.name, 'postalCode', f.postal_code, 'address', f.address) as before,
      jsonb_build_object('name', e.name, 'postalCode', e.postal_code, 'address', e.address) as after
    from register_row e join facility f using (code)
    where (f.name, f.postal_code, f.address) is distinct from (e.name, e.postal_code, e.address)
    order by e.code limit ${listedAtMost}`.execute(tx);
  return counted(rows, ({ code, before, after }) => ({ code, before, after }));
}

/** A type a person confirmed, beds and functions stay as they are; what follows from the name is brought up to date. */
async function updateKnown(tx: SystemTx): Promise<void> {
  await sql`
    update facility f set name = e.name, postal_code = e.postal_code, address = e.address, city = e.city,
      type = case when f.type_guessed then e.type_guess else f.type end
    from register_row e where f.code = e.code
      and (f.name, f.postal_code, f.address, f.city, f.type) is distinct from
        (e.name, e.postal_code, e.address, e.city, case when f.type_guessed then e.type_guess else f.type end)`.execute(
    tx,
  );
  await sql`
    update facility_search s set city = e.city, name_sort = e.name_sort, name_folded = e.name_folded,
      grams = string_to_array(e.grams, ' ')
    from register_row e where s.code = e.code
      and (s.city, s.name_sort, s.name_folded, s.grams) is distinct from
        (e.city, e.name_sort, e.name_folded, string_to_array(e.grams, ' '))`.execute(tx);
}

async function insertNew(tx: SystemTx): Promise<number> {
  const inserted = await sql`
    insert into facility (id, code, name, prefecture, city, postal_code, address, type, type_guessed)
    select id, code, name, prefecture, city, postal_code, address, type_guess, true from register_row e
    where not exists (select 1 from facility f where f.code = e.code)`.execute(tx);
  await sql`
    insert into facility_search (facility_id, code, prefecture, city, name_sort, name_folded, grams)
    select id, code, prefecture, city, name_sort, name_folded, string_to_array(grams, ' ') from register_row e
    where not exists (select 1 from facility_search s where s.code = e.code)`.execute(tx);
  return Number(inserted.numAffectedRows ?? 0);
}

/** Brings the staged rows into the register and tells what that changed. */
export async function mergeStage(tx: SystemTx): Promise<Lists> {
  await findTwice(tx);
  const conflicts = await findConflicts(tx);
  const repeated = await findRepeated(tx);
  const entries = await keepOnePerCode(tx);
  const changed = await findChanged(tx);
  await updateKnown(tx);
  const added = await insertNew(tx);
  const { rows } = await sql<{ facilities: number }>`select count(*)::integer as facilities from facility`.execute(tx);
  const unchanged = entries - added - changed.count;
  return { new: added, unchanged, changed, repeated, conflicts, facilities: rows[0]?.facilities ?? 0 };
}
