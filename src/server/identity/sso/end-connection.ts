import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { endConnectionRow, findConnectionOf } from './connection-repository.ts';

/** Ends an organisation's connection: at once its sessions, and what its groups gave. */
export const endConnection = ({ db, now }: RequestContext, organisationId: string): Promise<void> =>
  asSystem(db, async (tx) => {
    const connection = await findConnectionOf(tx, organisationId);
    if (!connection) throw notFound();
    await insertEvent(tx, { act: 'sso.connection-ended', subject: organisationId, at: now });
    await endConnectionRow(tx, connection, now);
  });
