import { expect, test } from 'vitest';
import { urlOfEachHost } from './host-list.ts';

const each = (url: string) => urlOfEachHost(url, 'DATABASE_URL');

test.each([
  'postgres://u:p@h1:5432/db?sslmode=verify-full',
  'postgresql://h1/db',
  'postgres:///db?host=/run/postgresql',
  'postgres://u:p%40%2C@h1/db',
])('a URL of one host stays as it is: %s', (url) => {
  expect(each(url)).toEqual([url]);
});

test.each([
  [
    'postgres://u:p@h1:5432,h2:5433/db?sslmode=verify-full',
    ['postgres://u:p@h1:5432/db?sslmode=verify-full', 'postgres://u:p@h2:5433/db?sslmode=verify-full'],
  ],
  ['postgresql://u@h1,h2:1/db', ['postgresql://u@h1/db', 'postgresql://u@h2:1/db']],
  ['postgres://h1,h2/db?port=6432', ['postgres://h1:6432/db', 'postgres://h2:6432/db']],
  ['postgres://h1,h2/db?port=1,2', ['postgres://h1:1/db', 'postgres://h2:2/db']],
  ['postgres://u@[::1]:1,[2001:db8::2]:2/db', ['postgres://u@[::1]:1/db', 'postgres://u@[2001:db8::2]:2/db']],
  ['postgres://u:a%2Cb@h1,h2/db', ['postgres://u:a%2Cb@h1/db', 'postgres://u:a%2Cb@h2/db']],
  ['postgres://u@/db?host=h1,h2&port=1,2', ['postgres://u@h1:1/db', 'postgres://u@h2:2/db']],
  ['postgres:///db?host=/a,/b', ['postgres:///db?host=%2Fa', 'postgres:///db?host=%2Fb']],
  [
    'postgres://u@/db?host=/a&host=/b&port=6432',
    ['postgres://u@/db?host=%2Fa&port=6432', 'postgres://u@/db?host=%2Fb&port=6432'],
  ],
])('%s lists hosts as libpq reads them', (url, expected) => {
  expect(each(url)).toEqual(expected);
});

test('hosts and ports that do not pair, and gaps, are refused by the name of the setting', () => {
  expect(() => each('postgres://h1,h2,h3/db?port=1,2')).toThrow(/DATABASE_URL.*ホストが 3、ポートが 2/);
  expect(() => each('postgres://h1,,h2/db')).toThrow(/DATABASE_URL.*空のところ/);
});
