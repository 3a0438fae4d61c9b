import type { Kysely } from 'kysely';
import type { RegisteredFacility, RegisterSearch } from '#core/organisation/register-shape.ts';
import {
  readPlace,
  type SearchPlace,
  type SearchStep,
  searchSteps,
  writePlace,
} from '#core/organisation/search-place.ts';
import { searchWords } from '#core/organisation/search-words.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import { asRegisteredFacility, registerColumns } from './facility-row.ts';
import { byCode, byPartOfName, byPartOfNextNames, byShortCode, byStartOfName, type Wanted } from './search-query.ts';

const pageSize = 50;

export type SearchPage = { readonly facilities: RegisteredFacility[]; readonly next: string | null };

/** A page of the register: found by code first, then by the start of the name, then by any part of it. */
export function searchRegister(db: Kysely<Tables>, search: RegisterSearch): Promise<SearchPage> {
  return asSystem(db, async (tx) => {
    const found = await findPlaces(tx, search);
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    return {
      facilities: await facilitiesAt(tx, page),
      next: found.length > pageSize && last ? writePlace(last) : null,
    };
  });
}

async function findPlaces(tx: SystemTx, search: RegisterSearch): Promise<readonly SearchPlace[]> {
  const words = searchWords(search.words);
  if (words.name === '' && search.words.trim() !== '') return [];
  const from = search.after === undefined ? undefined : readPlace(search.after);
  const steps = searchSteps.slice(from ? searchSteps.indexOf(from.step) : 0);
  const found: SearchPlace[] = [];
  for (const step of steps) {
    const limit = pageSize + 1 - found.length;
    if (limit === 0) break;
    const after = step === from?.step ? from : undefined;
    const rows = await findByStep(tx, step, { words, where: search, after, limit });
    found.push(...rows.map((row) => ({ step, ...row })));
  }
  return found;
}

type Hits = Promise<readonly { readonly id: string; readonly key: string }[]>;

/** Digits of this length are a code; names hold shorter numbers. */
const codeOnly = 5;

async function findByStep(tx: SystemTx, step: SearchStep, wanted: Wanted): Hits {
  const { code, name } = wanted.words;
  if (step === 'code') return code === null ? [] : byCode(tx, wanted, code).execute();
  if (step === 'short-code') return code === null ? [] : byShortCode(tx, wanted, code).execute();
  if (code !== null && code.length >= codeOnly) return [];
  if (step === 'start') return byStartOfName(tx, wanted).execute();
  if (name === '') return [];
  const near = await byPartOfNextNames(tx, wanted).execute();
  const complete = near.length === wanted.limit || wanted.where.city !== undefined;
  return complete ? near : byPartOfName(tx, wanted).execute();
}

async function facilitiesAt(tx: SystemTx, places: readonly SearchPlace[]): Promise<RegisteredFacility[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await tx.selectFrom('facility').select(registerColumns).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, asRegisteredFacility(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
