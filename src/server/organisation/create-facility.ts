import type { NewFacility, RegisteredFacility } from '#core/organisation/register-shape.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { addFacility } from './add-facility.ts';

/** Makes a facility the register does not know and opens it. */
export function createFacility({ db, now, actor }: RequestContext, facility: NewFacility): Promise<RegisteredFacility> {
  const { code, prefecture } = facility;
  return asSystem(db, async (tx) => {
    if (code !== null && Number(code.slice(0, 2)) !== prefecture) throw refused('organisation/prefecture-differs');
    const created = await addFacility(tx, facility, now);
    if (!created) throw await codeTaken(tx, code);
    const by = actor?.personId ?? null;
    await recordEvent(tx, { act: 'organisation.facility-created', subject: created.id, at: now, actor: by });
    return created;
  });
}

async function codeTaken(tx: SystemTx, code: string | null) {
  const known = await tx.selectFrom('facility').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return refused('organisation/code-taken', { facilityId: known.id });
}
