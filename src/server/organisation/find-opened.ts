import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { searchRegister } from './search-register.ts';

const mostFound = 20;

/** Facilities of the register that use Mamori, by name or code: who they are is public, nothing more of them is told. */
export async function findOpened(db: Kysely<Tables>, words: string) {
  const { facilities } = await searchRegister(db, { words, only: 'opened' });
  return facilities.slice(0, mostFound).map(({ id, name, city }) => ({ id, name, city }));
}
