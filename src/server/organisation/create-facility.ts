import { randomUUID } from 'node:crypto';
import type { NewFacility, RegisteredFacility } from '#core/organisation/register-shape.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { addFacility } from './add-facility.ts';

/** Makes a facility the register does not know and opens it. */
export function createFacility({ db, now }: RequestContext, facility: NewFacility): Promise<RegisteredFacility> {
  const { code, prefecture } = facility;
  return asSystem(db, async (tx) => {
    if (code !== null && Number(code.slice(0, 2)) !== prefecture) throw refused('organisation/prefecture-differs');
    const created = await addFacility(tx, facility, now);
    if (!created) throw await codeTaken(tx, code);
    const event = { id: randomUUID(), at: now, act: 'organisation.facility-created', subject: created.id };
    await tx.insertInto('system_event').values(event).execute();
    return created;
  });
}

async function codeTaken(tx: SystemTx, code: string | null) {
  const known = await tx.selectFrom('facility').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return refused('organisation/code-taken', { facilityId: known.id });
}
