import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';
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

const mapped = '::ffff:';

/** The first four groups of an IPv6 address as Node writes it, zeros left out once. */
function networkOf(address: string): string {
  const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${new SocketAddress({ address: `${groups.slice(0, 4).join(':')}::`, family: 'ipv6' }).address}/64`;
}

/**
 * What an address counts as. Whoever has one of IPv6 has the 2^64 of its network, so these count together; one of IPv4
 * counts by itself, however it is written. Some proxies add the port.
 */
export function countedAddress(said: string): string {
  const address = isIP(said) ? said : (SocketAddress.parse(said)?.address ?? said);
  if (isIP(address) !== 6) return address;
  const written = new SocketAddress({ address, family: 'ipv6' }).address;
  const ipv4 = written.startsWith(mapped) ? written.slice(mapped.length) : '';
  return isIPv4(ipv4) ? ipv4 : networkOf(written);
}

/** Where a request comes from, to count it by. What it says of that itself counts only where a proxy of ours has written it. */
export function callerAddress(proxies: Proxies): (c: Context) => string {
  const isProxy = proxyCheck(proxies);
  return (c) => {
    const peer = getConnInfo(c).remote.address ?? '';
    if (!isProxy(peer)) return countedAddress(peer);
    return countedAddress(c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() || peer);
  };
}
