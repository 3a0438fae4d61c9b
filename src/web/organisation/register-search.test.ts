import { expect, test } from 'vitest';
import { registerAddress, registerSearch } from './register-search.ts';

const place = 'start.00000000-0000-4000-8000-000000000001.平松';

test('an address is read as it was written', () => {
  const search = { words: '0112489', prefecture: 13, city: '千代田区', only: 'opened', after: place } as const;
  const query = Object.fromEntries(new URL(registerAddress(search), 'http://x').searchParams);
  expect(registerSearch(query)).toEqual(search);
});

test('what does not fit is left out', () => {
  expect(registerSearch({ words: ' ', prefecture: '48', city: '那覇市', only: 'all', after: 'x' })).toEqual({});
  expect(registerSearch({ words: 112489, prefecture: 'x', city: 3 })).toEqual({ words: '112489' });
  expect(registerAddress({})).toBe('/admin/register');
});
