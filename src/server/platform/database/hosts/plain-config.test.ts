import pg from 'pg';
import { expect, test } from 'vitest';
import { connectionOf } from '../database-url.ts';
import { configOf, plainOf } from './plain-config.ts';
import { Servers } from './servers.ts';

/** As it arrives in another thread. */
const arrived = (config: pg.ClientConfig) => configOf(structuredClone(plainOf(config)));

test('the hosts of a connection arrive in another thread', () => {
  const { servers, ...config } = arrived(connectionOf('postgres://u:p@127.0.0.1:1,127.0.0.1:2/db', 'DATABASE_URL'));
  expect(config).toMatchObject({ user: 'u', password: 'p', host: '127.0.0.1', port: 1, database: 'db' });
  expect(servers?.all).toMatchObject([
    { host: '127.0.0.1', port: 1, password: 'p' },
    { host: '127.0.0.1', port: 2, password: 'p' },
  ]);
});

test('what timeline was met goes with them', () => {
  const hosts = [{ host: '127.0.0.1' }, { host: '127.0.0.2' }];
  expect(arrived({ ...hosts[0], servers: new Servers(hosts, 7) }).servers?.timeline).toBe(7);
});

test('one host stays one', () => {
  expect(arrived(connectionOf('postgres://u:p@127.0.0.1:1/db', 'DATABASE_URL')).servers).toBeUndefined();
});

test('the key of a certificate arrives though pg has hidden it', () => {
  const ssl = { ca: 'c', key: 'k' };
  new pg.Client({ host: '127.0.0.1', ssl });
  expect(Object.keys(ssl)).not.toContain('key');
  expect(arrived({ host: '127.0.0.1', ssl }).ssl).toEqual({ ca: 'c', key: 'k' });
});
