import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { faultWords } from './fault-words.ts';

it.each([
  ['a lost connection', new TypeError('Failed to fetch'), 'つながりません'],
  ['a page of an older version', new TypeError('Failed to fetch dynamically imported module: /a.js'), '新しい版'],
  ['anything else', new RangeError('no cost class 9'), '開けませんでした'],
  ['what is no error', 'text', '開けませんでした'],
])('tells people of %s what happened', (_, error, words) => {
  expect(faultWords(error, true).title).toContain(words);
});

it('repeats the words of the contract', () => {
  const refusal = Object.assign(new Error('見つかりません。'), { defined: true });
  expect(faultWords(refusal, true).words).toBe('見つかりません。');
});

it.each([
  ['not-allowed', 'あなたの役割では'],
  ['not-found', 'この内容は見つかりません'],
])('does not offer to open again what %s would refuse again', (code, title) => {
  const words = faultWords(new ORPCError(code, { defined: true, message: code }), true);
  expect(words.title).toContain(title);
  expect(words).toMatchObject({ again: 'never', tone: 'attention' });
});

it('tells of a new version without alarm', () => {
  const missing = new TypeError('Failed to fetch dynamically imported module: /a.js');
  expect(faultWords(missing, true)).toMatchObject({ again: 'load', tone: 'note' });
});

it('does not take a cut connection for a new version', () => {
  const missing = new TypeError('Failed to fetch dynamically imported module: /a.js');
  expect(faultWords(missing, false)).toMatchObject({ title: 'つながりません', again: 'draw' });
});
