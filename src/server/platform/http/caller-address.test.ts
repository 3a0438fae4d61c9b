import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { callerAddress, countedAddress } from './caller-address.ts';

/** The address seen of a request over a connection from `peer`, as Node's server hands it over. */
async function seen(proxies: Parameters<typeof callerAddress>[0], peer: string, forwarded?: string): Promise<string> {
  const addressOf = callerAddress(proxies);
  const app = new Hono().get('/', (c) => c.text(addressOf(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } })).text();
}

const alone = { onThisMachine: false, listed: [] };
const beside = { onThisMachine: true, listed: [] };
const elsewhere = { onThisMachine: true, listed: ['192.0.2.7', '2001:db8::7'] };

describe('the address of a caller', () => {
  it('is that of the connection where no proxy is set', async () => {
    expect(await seen(alone, '127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
    expect(await seen(alone, '198.51.100.4', '203.0.113.9')).toBe('198.51.100.4');
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'is what a proxy on this machine says: %s',
    async (peer) => {
      expect(await seen(beside, peer, '203.0.113.9')).toBe('203.0.113.9');
      expect(await seen(beside, peer)).toBe(countedAddress(peer));
    },
  );

  it.each(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::7', '2001:db8:0:0::7'])(
    'is what a listed proxy says: %s',
    async (peer) => {
      expect(await seen(elsewhere, peer, '203.0.113.9')).toBe('203.0.113.9');
    },
  );

  it('is never what anybody else says who reaches the port', async () => {
    expect(await seen(beside, '198.51.100.4', '203.0.113.9')).toBe('198.51.100.4');
    expect(await seen(elsewhere, '192.0.2.8', '203.0.113.9')).toBe('192.0.2.8');
  });

  it('is the last one said: what the caller sent of its own stands before it', async () => {
    expect(await seen(beside, '::1', '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await seen(beside, '::1', ' ')).toBe('::/64');
  });

  it('of IPv6 is its network, whether the connection has it or a proxy says it', async () => {
    expect(await seen(alone, '2001:db8:0:7::a')).toBe('2001:db8:0:7::/64');
    expect(await seen(beside, '::1', '2001:db8:0:7::b')).toBe('2001:db8:0:7::/64');
  });
});

describe('an address to count by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['0:0:0:0:0:ffff:cb00:7109', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2:FFFF::', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['2001:db8::1:2:3:4', '2001:db8::/64'],
    ['[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['::1', '::/64'],
    ['nonsense', 'nonsense'],
    ['', ''],
  ])('%s counts as %s', (said, counted) => {
    expect(countedAddress(said)).toBe(counted);
  });

  it('is the same within a network of IPv6 and another in the next', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 4, maxLength: 4 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (network, host) => {
          fc.pre(network.some((each) => each !== '0'));
          const counted = countedAddress([...network, ...host].join(':'));
          expect(counted).toBe(countedAddress(`${network.join(':')}::`));
          expect(countedAddress([...network.with(3, network[3] === '1' ? '2' : '1'), ...host].join(':'))).not.toBe(
            counted,
          );
        },
      ),
    );
  });
});
