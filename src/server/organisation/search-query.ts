import { type ExpressionBuilder, sql } from 'kysely';
import { gramsWanted } from '#core/organisation/folding.ts';
import type { RegisterSearch } from '#core/organisation/register-shape.ts';
import type { SearchPlace } from '#core/organisation/search-place.ts';
import type { SearchWords } from '#core/organisation/search-words.ts';
import type { SystemTables } from '../platform/database/tables.ts';
import type { SystemTx } from '../platform/database/transaction.ts';

export type Wanted = {
  readonly words: SearchWords;
  readonly where: Pick<RegisterSearch, 'prefecture' | 'city' | 'only'>;
  readonly after: Pick<SearchPlace, 'key' | 'id'> | undefined;
  readonly limit: number;
};

/** Entries looked through in the order of names before the index of grams is asked: common words are found at once. */
const walkLength = 2000;
const afterEveryCode = ':';
const afterEveryName = '\u{10ffff}';

type Expressions = ExpressionBuilder<SystemTables, 'facility_search'>;
const shortCode = sql<string>`substr(facility_search.code, 3)`;

const codeBegins = (eb: Expressions, code: string) =>
  eb.and([eb('facility_search.code', '>=', code), eb('facility_search.code', '<', code + afterEveryCode)]);
const nameBegins = (eb: Expressions, name: string) =>
  eb.and([eb('name_sort', '>=', name), eb('name_sort', '<', name + afterEveryName)]);

function entries(tx: SystemTx, { where }: Wanted) {
  return tx
    .selectFrom('facility_search')
    .$if(where.prefecture !== undefined, (query) => query.where('prefecture', '=', where.prefecture ?? 0))
    .$if(where.city !== undefined, (query) => query.where('city', '=', where.city ?? ''))
    .$if(where.only === 'opened', (query) => query.where('opened', '=', sql.lit(true)));
}

/** Facilities whose code begins with the digits, in the order of codes. */
export function byCode(tx: SystemTx, wanted: Wanted, code: string) {
  const { after, limit } = wanted;
  return entries(tx, wanted)
    .select(['facility_id as id', sql<string>`code`.as('key')])
    .where((eb) => codeBegins(eb, code))
    .$if(after !== undefined, (query) => query.where('code', '>', after?.key ?? ''))
    .orderBy('code')
    .limit(limit);
}

/** Facilities whose code without the prefecture begins with the digits, in the order of prefectures where it is the same. */
export function byShortCode(tx: SystemTx, wanted: Wanted, code: string) {
  const { after, limit } = wanted;
  return entries(tx, wanted)
    .select(['facility_id as id', sql<string>`code`.as('key')])
    .where(shortCode, '>=', code)
    .where(shortCode, '<', code + afterEveryCode)
    .where((eb) => eb.not(codeBegins(eb, code)))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${shortCode}, code) > (substr(${after?.key}, 3), ${after?.key})`),
    )
    .orderBy(shortCode)
    .orderBy('code')
    .limit(limit);
}

function inNameOrder(tx: SystemTx, wanted: Wanted) {
  const { after, words } = wanted;
  const { code } = words;
  return entries(tx, wanted)
    .select(['facility_id as id', 'name_sort as key'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(name_sort, facility_id) > (${after?.key}, ${after?.id}::uuid)`),
    )
    .$if(code !== null, (query) => query.where(sql<boolean>`${foundByCode(code ?? '')} is not true`))
    .orderBy('name_sort')
    .orderBy('facility_id');
}

const foundByCode = (code: string) =>
  sql<boolean>`(starts_with(facility_search.code, ${code}) or starts_with(${shortCode}, ${code}))`;

/** Facilities whose own name begins with the words; with no words all of them. */
export function byStartOfName(tx: SystemTx, wanted: Wanted) {
  const { name } = wanted.words;
  return inNameOrder(tx, wanted)
    .$if(name !== '', (query) => query.where((eb) => nameBegins(eb, name)))
    .limit(wanted.limit);
}

/** Facilities with the words elsewhere in the name, among the next entries in the order of names; of a city, among all. */
export function byPartOfNextNames(tx: SystemTx, wanted: Wanted) {
  const { name } = wanted.words;
  const next = inNameOrder(tx, wanted)
    .select('name_folded')
    .$if(wanted.where.city === undefined, (query) => query.limit(walkLength))
    .as('entry');
  return tx
    .selectFrom(next)
    .select(['id', 'key'])
    .where('name_folded', 'like', `%${name}%`)
    .where(sql<boolean>`not starts_with(key, ${name})`)
    .orderBy('key')
    .orderBy('id')
    .limit(wanted.limit);
}

/** Facilities with the words elsewhere in the name, by the index of grams: quick where they are few. */
export function byPartOfName(tx: SystemTx, wanted: Wanted) {
  const { name } = wanted.words;
  return inNameOrder(tx, wanted)
    .where('grams', '@>', sql<string[]>`${gramsWanted(name)}::text[]`)
    .where('name_folded', 'like', `%${name}%`)
    .where(sql<boolean>`not starts_with(name_sort, ${name})`)
    .limit(wanted.limit);
}
