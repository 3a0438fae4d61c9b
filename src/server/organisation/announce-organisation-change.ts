import { announceAccessEnded } from '../platform/activity/announce-access-ended.ts';
import type { OrganisationTx } from '../platform/database/transaction.ts';
import { facilitiesSupportedNow } from './support-repository.ts';

/** The people of an organisation changed: its way into each facility it supports is announced as to be asked again. */
export async function announceOrganisationChange(tx: OrganisationTx, organisationId: string): Promise<void> {
  for (const facilityId of await facilitiesSupportedNow(tx, organisationId))
    await announceAccessEnded(tx, { facilityId, organisationId });
}
