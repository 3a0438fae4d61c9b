import { expect, test } from 'vitest';
import { isFreshSignIn, readClaims } from './claims.ts';
import { decideEntry, decideLink, decideUnlink } from './entry.ts';

const asked = { domains: ['minato.example.jp'], groupsClaim: 'groups', trustsSecondFactor: false };
const claims = { email: 'sato@minato.example.jp', email_verified: true, name: '佐藤 一郎', groups: ['ward'] };
const read = { accepted: true, email: claims.email, name: '佐藤 一郎', groups: ['ward'], secondFactor: false };
const unverified = { accepted: false, reason: 'sso/email-not-verified' };
const foreign = { accepted: false, reason: 'sso/foreign-domain' };

test.each([
  ['as it should be', {}, read],
  ['with a big letter in the address', { email: 'Sato@Minato.example.jp' }, read],
  ['unconfirmed', { email_verified: false }, unverified],
  ['confirmed in words only', { email_verified: 'true' }, unverified],
  ['without an address', { email: undefined }, unverified],
  ['of another domain', { email: 'sato@example.jp' }, foreign],
  ['of a domain that only ends alike', { email: 'sato@notminato.example.jp' }, foreign],
  ['of a domain below', { email: 'sato@x.minato.example.jp' }, foreign],
  ['with one group that is no list', { groups: 'ward' }, read],
  ['without groups', { groups: undefined }, { ...read, groups: [] }],
  ['with groups that are no text', { groups: [1, 'ward', null] }, read],
  ['without a name', { name: undefined }, { ...read, name: claims.email }],
  ['with a name of spaces', { name: '  ' }, { ...read, name: claims.email }],
  ['with control characters in the name', { name: '佐藤\u0000\u202e一郎' }, read],
  ['with half of a character in the name', { name: '佐藤 一郎\ud83d' }, { ...read, name: '佐藤 一郎�' }],
  ['with a second factor', { amr: ['pwd', 'otp'] }, { ...read, secondFactor: true }],
  ['with a password alone', { amr: ['pwd'] }, read],
])('what a provider says %s is read', (_, changed, expected) => {
  expect(readClaims({ ...claims, ...changed }, asked)).toEqual(expected);
});

test('a claim that is only inherited is none, and a trusted provider counts as a second factor', () => {
  expect(readClaims(claims, { ...asked, groupsClaim: 'toString' })).toMatchObject({ groups: [] });
  expect(readClaims(claims, { ...asked, trustsSecondFactor: true })).toMatchObject({ secondFactor: true });
});

const begun = new Date('2026-11-25T03:00:00Z');
test.each([
  [begun.getTime() / 1000 + 20, true],
  [begun.getTime() / 1000 - 20, true],
  [begun.getTime() / 1000 - 60, false],
  [undefined, false],
  ['1764039600', false],
])('a sign-in at %s is one made since: %s', (at, expected) => expect(isFreshSignIn(at, begun)).toBe(expected));

const known = { personId: 'a', systemRoles: [], heldElsewhere: false };
const administrator = { ...known, systemRoles: ['system-administrator'] };
const elsewhere = { ...known, heldElsewhere: true };
test.each([
  [undefined, false, { accepted: true, person: 'new' }],
  [undefined, true, { accepted: false, reason: 'sso/link-first' }],
  [known, true, { accepted: true, person: 'known' }],
  [administrator, true, { accepted: false, reason: 'sso/not-for-administrators' }],
  [elsewhere, true, { accepted: false, reason: 'sso/held-elsewhere' }],
])('somebody known as %j, with the address taken: %s, comes in: %j', (who, taken, decision) => {
  expect(decideEntry(who, taken)).toEqual(decision);
});

const self = { ...known, email: 'a@minato.example.jp' };
test.each([
  [{ self, linkedTo: undefined, email: self.email }, { accepted: true }],
  [{ self, linkedTo: 'a', email: self.email }, { accepted: true }],
  [
    { self, linkedTo: 'b', email: self.email },
    { accepted: false, reason: 'sso/linked-elsewhere' },
  ],
  [
    { self, linkedTo: undefined, email: 'b@minato.example.jp' },
    { accepted: false, reason: 'sso/other-email' },
  ],
  [
    { self: { ...administrator, email: self.email }, linkedTo: undefined, email: self.email },
    { accepted: false, reason: 'sso/not-for-administrators' },
  ],
  [
    { self: { ...self, heldElsewhere: true }, linkedTo: 'a', email: self.email },
    { accepted: false, reason: 'sso/held-elsewhere' },
  ],
])('tying %j is decided as %j', (of, decision) => expect(decideLink(of)).toEqual(decision));

test.each([
  [{ tied: true, password: true }, { accepted: true }],
  [
    { tied: true, password: false },
    { accepted: false, reason: 'sso/password-needed' },
  ],
  [
    { tied: false, password: true },
    { accepted: false, reason: 'not-found' },
  ],
])('undoing the tie of %j is decided as %j', (of, decision) => expect(decideUnlink(of)).toEqual(decision));
