import pg from 'pg';

type Row = Readonly<Record<string, unknown>>;
type Owned = {
  readonly table: string;
  readonly facilityId: string;
  readonly row: Row;
  /** A column the application may change; null where it may change none. */
  readonly column: string | null;
  /** Columns somebody gives a value; of those the database makes of others there is nothing to give. */
  readonly given: readonly string[];
};

/** All but what the register is searched by: public facts. */
const ownedTables = `
  select c.relname as name,
    (select b.attname from pg_attribute b where b.attrelid = c.oid and b.attnum > 0 and not b.attisdropped
      and has_column_privilege('mamori_app', c.oid, b.attnum, 'update') limit 1) as column,
    array(select b.attname::text from pg_attribute b where b.attrelid = c.oid and b.attnum > 0 and not b.attisdropped
      and b.attgenerated = '' order by b.attnum) as given
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'facility_id' and a.attnotnull
    and not a.attisdropped and c.relname <> 'facility_search'
  order by 1`;

type Table = { readonly name: string; readonly column: string | null; readonly given: readonly string[] };

/** The owner's work on every table of facilities, past the policies; nothing of it stays. */
async function pastPolicies<T>(owner: pg.Client, work: (table: Table) => Promise<T>): Promise<T[]> {
  const { rows: tables } = await owner.query<Table>(ownedTables);
  const done: T[] = [];
  await owner.query('begin');
  for (const table of tables) {
    await owner.query(`alter table ${pg.escapeIdentifier(table.name)} no force row level security`);
    done.push(await work(table));
  }
  await owner.query('rollback');
  return done;
}

/** A row of each table of facilities, with the facility it belongs to; tables without a row are named. */
export async function aRowOfEach(
  owner: pg.Client,
): Promise<{ readonly rows: readonly Owned[]; readonly empty: string[] }> {
  const found = await pastPolicies(owner, async ({ name, ...columns }) => {
    const { rows } = await owner.query<{ facility_id: string; row: Row }>(
      `select facility_id, to_jsonb(t) as row from ${pg.escapeIdentifier(name)} t limit 1`,
    );
    return rows[0] ? { table: name, facilityId: rows[0].facility_id, row: rows[0].row, ...columns } : name;
  });
  return {
    rows: found.filter((each) => typeof each !== 'string'),
    empty: found.filter((each) => typeof each === 'string'),
  };
}

/** Every row of a facility in every table of facilities. */
export async function rowsOf(owner: pg.Client, facilityId: string): Promise<readonly Row[]> {
  const found = await pastPolicies(owner, ({ name }) =>
    owner.query<{ row: Row }>(`select to_jsonb(t) as row from ${pg.escapeIdentifier(name)} t where facility_id = $1`, [
      facilityId,
    ]),
  );
  return found.flatMap(({ rows }) => rows.map(({ row }) => row));
}

function attemptsOn({ table, column }: Owned): Readonly<Record<string, string>> {
  const name = pg.escapeIdentifier(table);
  const changed = column && pg.escapeIdentifier(column);
  return {
    read: `select 1 from ${name} where facility_id = $1`,
    ...(changed && { change: `update ${name} set ${changed} = ${changed} where facility_id = $1` }),
    remove: `delete from ${name} where facility_id = $1`,
  };
}

const refusedByRights = '42501';
const isConstraint = (code: string | undefined) => code?.startsWith('23') === true;

/** Whether the statement came through to a row, be it to be stopped by a constraint: that is no protection. */
async function reached(app: pg.Client, statement: string, values: readonly unknown[]): Promise<boolean> {
  await app.query('savepoint tried');
  try {
    return ((await app.query(statement, [...values])).rowCount ?? 0) > 0;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (error.code !== refusedByRights && !isConstraint(error.code)) throw error;
    return isConstraint(error.code);
  } finally {
    await app.query('rollback to savepoint tried');
  }
}

/** The columns of a table that are not computed from others. */
async function givenColumns(app: pg.Client, name: string): Promise<string> {
  const { rows } = await app.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [name],
  );
  return rows[0]?.columns ?? '';
}

/** What the application, working in a facility that is none of theirs, can see of rows or do to them. */
export async function tableLeaks(app: pg.Client, here: string, rows: readonly Owned[]): Promise<string[]> {
  const leaks: string[] = [];
  await app.query('begin');
  await app.query("select set_config('app.facility_id', $1, true)", [here]);
  for (const owned of rows) {
    const { table, facilityId, row } = owned;
    const name = pg.escapeIdentifier(table);
    for (const [what, statement] of Object.entries(attemptsOn(owned))) {
      if (await reached(app, statement, [facilityId])) leaks.push(`${table}: ${what}`);
    }
    const columns = await givenColumns(app, name);
    const added = `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, $1)`;
    if (await reached(app, added, [JSON.stringify(row)])) leaks.push(`${table}: add`);
  }
  await app.query('rollback');
  return leaks;
}
