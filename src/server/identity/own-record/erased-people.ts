import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { writeDurableFile } from '../../platform/backup/durable-file.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { eraseDecided } from './erase-for-somebody.ts';
import { type Erased, findErased, findErasedAsOwner } from './own-record-repository.ts';

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

/** Adds to the list who is not in it yet; whoever is told an account is gone may rely on it being on the disk. */
async function addToList(dataDir: string, erased: readonly Erased[]): Promise<void> {
  const known = await readList(dataDir);
  const all = new Map([...known, ...erased.map(({ personId, at }) => [personId, at.toISOString()] as const)]);
  if (all.size === known.size) return;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const text = [...all].map(([personId, at]) => `${at} ${personId}\n`).join('');
  await writeDurableFile(listIn(dataDir), Readable.from([Buffer.from(text)]), true);
}

/** Erases anew who stands in the list and is there: a backup from before brought the account back. */
async function eraseAgain({ db, log, now }: Parts, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const at = now();
    const { accepted } = await asSystem(db, (tx) => eraseDecided(tx, { personId, asked: 'again', letters: [], at }));
    if (!accepted) log.warn({ person: personId }, 'an erased account is back and is the last administrator of a place');
  }
}

/** Writes down who was erased. */
export const listErased = async ({ db, dataDir }: Pick<Parts, 'db' | 'dataDir'>): Promise<void> =>
  addToList(dataDir, await asSystem(db, findErased));

/** The same as the owner, of a database in whose place something else comes. */
export const listErasedAsOwner = async (owner: ClientConfig, dataDir: string): Promise<void> =>
  addToList(dataDir, await withClient(owner, findErasedAsOwner));

/** Keeps the list of erased accounts complete, and holds a database that was brought back from a backup to it. */
export async function keepErased(parts: Parts): Promise<void> {
  const known = await readList(parts.dataDir);
  const erased = await asSystem(parts.db, findErased);
  const ids = new Set(erased.map(({ personId }) => personId));
  await eraseAgain(
    parts,
    [...known.keys()].filter((personId) => !ids.has(personId)),
  );
  await addToList(parts.dataDir, erased);
}
