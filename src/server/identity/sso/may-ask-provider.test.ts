import { expect, test } from 'vitest';
import { mayAskProvider } from './may-ask-provider.ts';

test.each([
  ['https://login.example.jp', 'https://mamori.example.jp', true],
  ['https://login.example.jp/tenant/v2.0', 'https://mamori.example.jp', true],
  ['http://login.example.jp', 'https://mamori.example.jp', false],
  ['http://127.0.0.1:3000', 'http://localhost:8080', true],
  ['http://127.0.0.1:3000', 'https://mamori.example.jp', false],
  ['https://user:secret@login.example.jp', 'https://mamori.example.jp', false],
  ['https://login.example.jp?x=1', 'https://mamori.example.jp', false],
  ['file:///etc/passwd', 'http://localhost:8080', false],
  ['login.example.jp', 'https://mamori.example.jp', false],
])('%s may be asked from %s: %s', (address, origin, expected) => {
  expect(mayAskProvider(address, origin)).toBe(expected);
});
