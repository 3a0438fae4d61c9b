import { randomUUID } from 'node:crypto';
import type { FacilityContext } from '../../platform/http/context.ts';

/** Ends the open links of a system's forms; gives their ids. */
export async function endLinks({ tx, facilityId, now }: FacilityContext, systemId: string): Promise<string[]> {
  const ended = await tx
    .updateTable('vendor_form_link')
    .set({ ended_at: now })
    .where('facility_id', '=', facilityId)
    .where('ended_at', 'is', null)
    .where('run_id', 'in', (runs) =>
      runs
        .selectFrom('run')
        .select('id')
        .where('facility_id', '=', facilityId)
        .where('vendor_system_id', '=', systemId),
    )
    .returning('id')
    .execute();
  return ended.map(({ id }) => id);
}

type NewLink = {
  readonly runId: string;
  /** How whoever answers through the link is called in the form. */
  readonly sign: string;
  readonly hash: Buffer;
  readonly expiresAt: Date;
};

/** A link, and the one who stands for its contact: a person of this facility without an account. */
export async function insertLink({ tx, facilityId, now }: FacilityContext, link: NewLink): Promise<string> {
  const [id, contactId] = [randomUUID(), randomUUID()];
  await tx.insertInto('person').values({ id: contactId, name: link.sign, contact_of: facilityId }).execute();
  await tx
    .insertInto('vendor_form_link')
    .values({
      facility_id: facilityId,
      id,
      run_id: link.runId,
      contact_id: contactId,
      token_hash: link.hash,
      made_at: now,
      expires_at: link.expiresAt,
      ended_at: null,
      sent_at: null,
    })
    .execute();
  return id;
}

/** Notes of the link of this transaction that its form was sent, or taken back. */
export const markSent = ({ tx, facilityId }: FacilityContext, linkId: string, sentAt: Date | null) =>
  tx
    .updateTable('vendor_form_link')
    .set({ sent_at: sentAt })
    .where('facility_id', '=', facilityId)
    .where('id', '=', linkId)
    .execute();
