import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { eraseStep, findDue } from './leaving-repository.ts';

/** Of 20 MB at most each. */
const filesAtOnce = 10;
const inside = { waitMs: 100, most: 300 };

async function eraseFacility(db: Kysely<Tables>, facilityId: string, now: Date): Promise<void> {
  for (let waited = 0; waited < inside.most; ) {
    const step = await asSystem(db, (tx) => eraseStep(tx, facilityId, filesAtOnce, now));
    if (step === 'done' || step === 'nothing') return;
    if (step === 'more') continue;
    waited += 1;
    await pause(inside.waitMs);
  }
}

/**
 * Deletes everything of facilities whose time is over, step by step: what was stopped in the middle goes on, and where somebody
 * is inside for half a minute the next round does it.
 */
export async function eraseLeft(db: Kysely<Tables>, now: Date): Promise<void> {
  for (const facilityId of await asSystem(db, (tx) => findDue(tx, now))) await eraseFacility(db, facilityId, now);
}
