import { createReadStream, statSync } from 'node:fs';
import type { Compilable } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '#core/organisation/import-report.ts';
import { searchWords } from '#core/organisation/search-words.ts';
import { type Database, openPool } from '../platform/database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../platform/database/testing/fresh-database.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import { beginImport, type ImportCounts } from './import-record.ts';
import { importRegister } from './import-register.ts';
import { byCode, byPartOfName, byPartOfNextNames, byShortCode, byStartOfName, type Wanted } from './search-query.ts';
import { searchRegister } from './search-register.ts';
import { madeRegister } from './testing/made-register.ts';
import { type RegisterAtHand, registerAtHand } from './testing/register-at-hand.ts';

let database: FreshDatabase;
let pool: Database;
let register: RegisterAtHand;
let first: ImportReport;
const progress: Readonly<ImportCounts>[] = [];

type OnProgress = (counts: Readonly<ImportCounts>) => void;

async function importOnce(onProgress: OnProgress = () => undefined, bytes?: AsyncIterable<Uint8Array>) {
  const begun = await beginImport(pool.db, { startedBy: null, fileName: 'list', now: new Date() });
  if ('running' in begun) throw new Error('another import runs');
  const { size } = statSync(register.path);
  const file = { bytes: bytes ?? createReadStream(register.path), size };
  return importRegister(pool.db, begun.importId, { file, onProgress });
}

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.app, () => undefined);
  register = await registerAtHand();
  first = await importOnce((counts) => progress.push({ ...counts }));
});
afterAll(async () => {
  await register.remove();
  await pool.close();
  await database.drop();
});

test('a list of the size of the country is in the register, each row counted once', () => {
  expect(first).toMatchObject({ outcome: 'applied', rowsRead: 97_024, new: 96_488, facilities: 96_488 });
  expect(first).toMatchObject({ repeated: { count: 536 }, conflicts: { count: 0 }, rejected: { count: 0 } });
});

test('its import tells every second how far it is, and in the end that everything is read', () => {
  const read = progress.map(({ rowsRead, bytesRead }) => [rowsRead, bytesRead]);
  expect(read).toEqual(read.toSorted(([, one = 0], [, other = 0]) => one - other));
  const { size } = statSync(register.path);
  expect(progress.at(-1)).toEqual({ rowsRead: 97_024, bytesRead: size, bytesTotal: size });
});

test('the same list again changes nothing', { timeout: 60_000 }, async () => {
  expect(await importOnce()).toMatchObject({ new: 0, unchanged: 96_488, changed: { count: 0 }, facilities: 96_488 });
});

test('an import tells what it has read while the rest of its file is still to come', async () => {
  const rows = madeRegister().split(/(?<=\n)/);
  let tell = (_counts: Readonly<ImportCounts>) => {};
  async function* slowly() {
    for (const from of [0, 3_000]) {
      yield Buffer.from(rows.slice(from, from + 3_000).join(''));
      await new Promise<void>((resolve) => {
        tell = ({ rowsRead }) => rowsRead > from && resolve();
      });
    }
  }
  const report = await importOnce((counts) => tell(counts), slowly());
  expect(report).toMatchObject({ outcome: 'applied', rowsRead: 6_000 });
});

async function planOf(query: (tx: SystemTx) => Compilable): Promise<string> {
  const { sql, parameters } = await asSystem(pool.db, async (tx) => query(tx).compile());
  const client = await pool.pool.connect();
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...parameters]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    client.release();
  }
}

const wanted = (typed: string, where: Partial<Wanted['where']> = {}): Wanted => ({
  words: searchWords(typed),
  where: { only: 'all', ...where },
  after: undefined,
  limit: 51,
});

test.each([
  ['two characters anywhere in the name', (tx: SystemTx) => byPartOfName(tx, wanted('平松')), 'facility_search_grams'],
  ['one character anywhere in the name', (tx: SystemTx) => byPartOfName(tx, wanted('𠮷')), 'facility_search_grams'],
  [
    'a common word, by walking the names',
    (tx: SystemTx) => byPartOfNextNames(tx, wanted('病院')),
    'facility_search_name',
  ],
  ['the start of a name', (tx: SystemTx) => byStartOfName(tx, wanted('さく')), 'facility_search_name'],
  ['a code', (tx: SystemTx) => byCode(tx, wanted('0100'), '0100'), 'facility_search_code'],
  ['a short code', (tx: SystemTx) => byShortCode(tx, wanted('0100'), '0100'), 'facility_search_short_code'],
  ['a prefecture', (tx: SystemTx) => byStartOfName(tx, wanted('', { prefecture: 13 })), 'facility_search_prefecture'],
  [
    'a city',
    (tx: SystemTx) => byStartOfName(tx, wanted('', { prefecture: 13, city: '世田谷区' })),
    'facility_search_city',
  ],
  ['what is open', (tx: SystemTx) => byStartOfName(tx, wanted('', { only: 'opened' })), 'facility_search_opened'],
])('a search for %s uses its index', async (_, query, index) => {
  const plan = await planOf(query);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});

test('a search of the whole country finds a full page of common words, and of rare ones what there is', async () => {
  for (const words of ['病院', 'クリニック', '田', '医療法人', '']) {
    const found = await searchRegister(pool.db, { words, only: 'all' });
    expect(found, words).toMatchObject({ facilities: { length: 50 }, next: expect.any(String) });
  }
  const { facilities } = await searchRegister(pool.db, { words: '平松', only: 'all' });
  expect(facilities.length).toBeGreaterThan(0);
  for (const { name } of facilities) expect(name).toContain('平松');
});

test('the made list is the same whenever it is made, and as uneven as the public one', () => {
  const made = madeRegister();
  const rows = made.trim().split('\r\n');
  expect(made).toBe(madeRegister());
  expect(rows).toHaveLength(97_024);
  expect(new Set(rows).size).toBe(97_024 - 536);
  expect(rows.filter((row) => /[\ue000-\uf8ff]/.test(row))).toHaveLength(198);
});
