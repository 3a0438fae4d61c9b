import type { OrganisationTx } from '../platform/database/transaction.ts';
import { announceWithin } from '../platform/live/index.ts';
import { facilitiesSupportedNow } from './support-repository.ts';

/** The people of an organisation changed: streams at each facility it supports ask again who may read. */
export const announceOrganisationChange = async (tx: OrganisationTx, organisationId: string): Promise<void> =>
  announceWithin(tx, await facilitiesSupportedNow(tx, organisationId));
