import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { remainingWords } from './refusal.ts';

const notValid = new ORPCError('input-not-valid', {
  defined: true,
  data: {
    faults: [
      { field: 'name', code: 'not-valid', message: '氏名を入力してください。' },
      { field: 'roles.0', code: 'not-valid', message: '役割を選び直してください。' },
    ],
  },
});

it('leaves to a form the faults its fields show, and keeps every other', () => {
  expect(remainingWords(notValid, ['name'])).toEqual(['役割を選び直してください。']);
  expect(remainingWords(notValid, ['name', 'roles.0'])).toEqual([]);
});

it('says all faults where there are no fields', () => {
  expect(remainingWords(notValid, [])).toEqual(['氏名を入力してください。', '役割を選び直してください。']);
});

it('says in its own words what is no fault of the input', () => {
  const refused = new ORPCError('not-allowed', { defined: true, message: 'この操作をする権限がありません。' });
  expect(remainingWords(refused, ['name'])).toEqual(['この操作をする権限がありません。']);
  expect(remainingWords(new TypeError('Failed to fetch'), [])[0]).toContain('つながりません');
});
