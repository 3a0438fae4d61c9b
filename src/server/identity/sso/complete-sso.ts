import type { Session } from '#core/identity/contract.ts';
import { readClaims } from '#core/identity/sso/claims.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { hashToken } from '../secret-token.ts';
import type { Arrival } from './arrival.ts';
import { type AttemptRow, takeAttempt } from './attempt-repository.ts';
import { type Answer, identityFrom, providerOf } from './authorization.ts';
import type { SsoParts } from './begin-sso.ts';
import { type ConnectionRow, findConnection } from './connection-repository.ts';
import { enterBySso } from './enter-by-sso.ts';
import { linkAccount } from './link-account.ts';
import { stepUpBySso } from './step-up-by-sso.ts';

type Completed = { readonly purpose: AttemptRow['purpose']; readonly session: Session };

async function take({ db, now, browserSecret }: RequestContext, state: string) {
  if (browserSecret === undefined) throw refused('sso/attempt-not-usable');
  const wanted = { state: hashToken(state), browser: hashToken(browserSecret), now };
  const taken = await asSystem(db, async (tx) => {
    const attempt = await takeAttempt(tx, wanted);
    const connection = attempt && (await findConnection(tx, attempt.connection_id));
    return attempt && connection && { attempt, connection };
  });
  if (!taken) throw refused('sso/attempt-not-usable');
  return taken;
}

function readArrival(connection: ConnectionRow, claims: Arrival['claims']): Arrival['read'] {
  const read = readClaims(claims, {
    domains: connection.domains,
    groupsClaim: connection.groups_claim,
    trustsSecondFactor: connection.trusts_second_factor,
  });
  if (!read.accepted) throw refused(read.reason);
  return read;
}

const endings = { 'sign-in': enterBySso, link: linkAccount, 'step-up': stepUpBySso } as const;

/** Ends the way back from the provider: signs in, ties the account, or notes that its person is there. */
export async function completeSso(context: RequestContext, parts: SsoParts, answer: Answer): Promise<Completed> {
  const { attempt, connection } = await take(context, answer.state);
  const told = await identityFrom(providerOf(parts.box, connection), attempt, answer, parts.address());
  const arrival = { attempt, connection, ...told, read: readArrival(connection, told.claims) };
  return { purpose: attempt.purpose, session: await endings[attempt.purpose](context, parts, arrival) };
}
