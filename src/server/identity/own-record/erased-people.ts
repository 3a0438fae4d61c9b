import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { eraseDecided } from './erase-for-somebody.ts';
import { findErased } from './own-record-repository.ts';

type Parts = {
  readonly db: Kysely<Tables>;
  readonly dataDir: string;
  readonly log: Pick<Logger, 'warn'>;
  readonly now: () => Date;
};

const line = /^(\S+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** Ids and times of erased accounts, outside of the database and of what a backup brings back. */
const listIn = (dataDir: string) => join(dataDir, 'erased-people.txt');

async function readList(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(listIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return new Map(
    text.split('\n').flatMap((each) => {
      const [, at = '', personId = ''] = line.exec(each) ?? [];
      return personId === '' ? [] : [[personId, at] as const];
    }),
  );
}

async function writeList(dataDir: string, list: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${listIn(dataDir)}.${randomUUID()}`;
  await writeFile(draft, [...list].map(([personId, at]) => `${at} ${personId}\n`).join(''), { mode: 0o600 });
  await rename(draft, listIn(dataDir));
}

/** Erases anew who stands in the list and is there: a backup from before brought the account back. */
async function eraseAgain({ db, log, now }: Parts, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const at = now();
    const { accepted } = await asSystem(db, (tx) => eraseDecided(tx, { personId, asked: 'again', letters: [], at }));
    if (!accepted) log.warn({ person: personId }, 'an erased account is back and is the last administrator of a place');
  }
}

/** Keeps the list of erased accounts complete, and holds a database that was brought back from a backup to it. */
export async function keepErased(parts: Parts): Promise<void> {
  const { db, dataDir } = parts;
  const known = await readList(dataDir);
  const erased = await asSystem(db, findErased);
  const ids = new Set(erased.map(({ personId }) => personId));
  await eraseAgain(
    parts,
    [...known.keys()].filter((personId) => !ids.has(personId)),
  );
  const all = new Map([...known, ...erased.map(({ personId, at }) => [personId, at.toISOString()] as const)]);
  if (all.size > known.size) await writeList(dataDir, all);
}
