import { refused } from '../../platform/http/refusal.ts';
import { mayReceive } from './allowed-host.ts';

const message =
  'この宛先には送れません。まもりを動かしている担当者が、送ってよい宛先に加えたものだけが使えます（https:// で始まり、利用者名とパスワードのないもの）。';

/** Refuses where nothing is sent at all. */
export function refuseWhereOff(hosts: readonly string[]): void {
  if (hosts.length === 0) throw refused('webhook/off');
}

/** Refuses an address whoever runs Mamori has not named. */
export function refuseAddress(address: string, hosts: readonly string[]): void {
  refuseWhereOff(hosts);
  if (!mayReceive(address, hosts))
    throw refused('input-not-valid', { faults: [{ field: 'address', code: 'not-allowed', message }] });
}
