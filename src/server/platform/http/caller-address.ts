import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

type Proxies = {
  /** A proxy on this machine serves us under a public address. */
  readonly onThisMachine: boolean;
  /** Addresses of proxies elsewhere. */
  readonly listed: readonly string[];
};

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a connection from an address is one of a proxy of ours. */
export function proxyCheck({ onThisMachine, listed }: Proxies): (address: string) => boolean {
  const believed = new BlockList();
  if (onThisMachine) {
    believed.addSubnet('127.0.0.0', 8, 'ipv4');
    believed.addAddress('::1', 'ipv6');
  }
  for (const address of listed) believed.addAddress(address, familyOf(address));
  return (address) => isIP(address) !== 0 && believed.check(address, familyOf(address));
}

/** Where a request comes from. What it says of that itself counts only where a proxy of ours has written it. */
export function callerAddress(proxies: Proxies): (c: Context) => string {
  const isProxy = proxyCheck(proxies);
  return (c) => {
    const peer = getConnInfo(c).remote.address ?? '';
    if (!isProxy(peer)) return peer;
    return c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() || peer;
  };
}
