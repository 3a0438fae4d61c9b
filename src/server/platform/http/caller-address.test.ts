import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { callerAddress } from './caller-address.ts';

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
      expect(await seen(beside, peer)).toBe(peer);
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
    expect(await seen(beside, '::1', ' ')).toBe('::1');
  });
});
