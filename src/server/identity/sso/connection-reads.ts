import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { callbackOf, signedOutOf } from './authorization.ts';
import type { SsoParts } from './begin-sso.ts';
import { anyConnection, findConnectionOf, findOrganisationName } from './connection-repository.ts';
import { shown } from './save-connection.ts';

/** Whether anybody can sign in by an organisation's provider here. */
export const readOffered = async ({ db }: RequestContext) => ({ offered: await asSystem(db, anyConnection) });

/** An organisation's connection, with what has to be entered at the provider. */
export const readConnection = ({ db }: RequestContext, { address }: SsoParts, organisationId: string) =>
  asSystem(db, async (tx) => {
    const organisationName = await findOrganisationName(tx, organisationId);
    if (organisationName === undefined) throw notFound();
    const connection = await findConnectionOf(tx, organisationId);
    const ours = { redirectUri: callbackOf(address()), signedOutUri: signedOutOf(address()) };
    return { organisationName, connection: connection ? shown(connection) : null, ...ours };
  });
