import { passkeyContract } from '#core/identity/passkey-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const passkeys = queriesFor(passkeyContract);

type Listed = Awaited<ReturnType<typeof passkeys.list.call>>;
export type Passkey = Listed['passkeys'][number];

export function passkeysQuery() {
  return passkeys.list.queryOptions();
}

/** The list with its passkeys changed. */
export const withPasskeys =
  (change: (passkeys: readonly Passkey[]) => readonly Passkey[]) =>
  (listed: Listed | undefined): Listed | undefined =>
    listed && { ...listed, passkeys: [...change(listed.passkeys)] };
