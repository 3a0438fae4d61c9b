import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { passwordRefusal } from './password-refusal.ts';

const require = createRequire(import.meta.url);
const owner = { name: '山田 花子', email: 'hanako@example.jp', secondFactor: true };

test.each(['corvette', 'trustno1', 'TrustNo1', 'ｔｒｕｓｔｎｏ１'])(
  '%s, which leaked elsewhere, is refused with what to do',
  (password) => {
    expect(passwordRefusal(password, owner)).toEqual({ code: 'leaked', message: expect.stringContaining('漏れた') });
  },
);

test.each(['雨の日は傘と長靴', 'aozora-7mado', 'corvette と長靴'])('%s is taken', (password) => {
  expect(passwordRefusal(password, owner)).toBeUndefined();
});

test('what the rule refuses already keeps its reason', () => {
  expect(passwordRefusal('password', owner)).toMatchObject({ code: 'guessable' });
});

test('more than the 3,000 passwords that leaked most are refused, of those long enough for anybody', () => {
  const { dictionary } = require('@zxcvbn-ts/language-common');
  const long = (dictionary['passwords-common'] as string[]).filter((password) => password.length >= 8);
  expect(long.length).toBeGreaterThan(3000);
  expect(long.filter((password) => passwordRefusal(password, owner) === undefined)).toEqual([]);
});
