import { recordOrganisationEvent } from '../../platform/activity/record-event.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { signedIn } from '../signed-in.ts';
import { endConnectionRow, findConnectionOf } from './connection-repository.ts';

/** Ends an organisation's connection: at once its sessions, and what its groups gave. */
export function endConnection(context: RequestContext, organisationId: string): Promise<void> {
  const { db, now } = context;
  const { personId } = signedIn(context);
  return asSystem(db, async (tx) => {
    const connection = await findConnectionOf(tx, organisationId);
    if (!connection) throw notFound();
    await recordOrganisationEvent({ tx, organisationId, personId, now }, 'sso.connection-ended');
    await endConnectionRow(tx, connection, now);
  });
}
