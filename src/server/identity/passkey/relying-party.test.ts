import { expect, test } from 'vitest';
import { relyingPartyOf } from './relying-party.ts';

test.each([
  ['http://localhost:8080', { id: 'localhost', origin: 'http://localhost:8080' }],
  ['http://127.0.0.1:8080', { id: 'localhost', origin: 'http://localhost:8080' }],
  ['http://[::1]:8080', { id: 'localhost', origin: 'http://localhost:8080' }],
  ['https://mamori.pref.example.jp', { id: 'mamori.pref.example.jp', origin: 'https://mamori.pref.example.jp' }],
  ['https://mamori.example.jp/under', { id: 'mamori.example.jp', origin: 'https://mamori.example.jp' }],
  ['https://192.168.1.20:8443', undefined],
  ['https://[2001:db8::1]', undefined],
])('an installation reached at %s binds passkeys to %o', (address, party) => {
  expect(relyingPartyOf(address)).toEqual(party);
});
