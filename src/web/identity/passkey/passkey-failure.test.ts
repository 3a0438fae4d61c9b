import { expect, test } from 'vitest';
import { passkeyFailureWords } from './passkey-failure.ts';

const place = { origin: 'http://127.0.0.1:8080', rpId: 'localhost' };

test.each([
  ['NotAllowedError', '時間が過ぎました'],
  ['InvalidStateError', 'すでに登録されています'],
  ['ConstraintError', '本人の確認'],
  ['Unsupported', '対応していません'],
  ['WhateverComes', 'パスキーを使えませんでした'],
])('a browser that says %s is told in plain words', (name, part) => {
  expect(passkeyFailureWords(name, place)).toContain(part);
});

test('at another address than the one passkeys are bound to, both are named', () => {
  expect(passkeyFailureWords('SecurityError', place)).toBe(
    '今開いているアドレス（http://127.0.0.1:8080）では、パスキーを使えません。「localhost」のアドレスで開き直してください。',
  );
});
