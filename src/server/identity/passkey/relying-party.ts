import { isIP } from 'node:net';
import type { RelyingParty } from '#core/identity/passkey.ts';
import { refused } from '../../platform/http/refusal.ts';

const isLoopback = (host: string) => host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * The relying party of an installation reached under this address, which comes from the settings and never from a request.
 * A browser binds passkeys to a name: of this machine that is localhost; any other bare IP address has none.
 */
export function relyingPartyOf(address: string): RelyingParty | undefined {
  const url = new URL(address);
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  if (isLoopback(host)) url.hostname = 'localhost';
  else if (isIP(host) !== 0) return undefined;
  return { id: url.hostname, origin: url.origin };
}

export type FindParty = () => RelyingParty | undefined;

export function partyOf(find: FindParty): RelyingParty {
  const party = find();
  if (!party) throw refused('identity/passkeys-not-usable');
  return party;
}
