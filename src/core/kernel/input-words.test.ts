import { expect, test } from 'vitest';
import { z } from 'zod';
import { inputWords } from './input-words.ts';

const wordsOf = (schema: z.ZodType, given: unknown) =>
  schema.safeParse(given, { error: inputWords }).error?.issues.map(({ message }) => message);

test.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, '必要な項目です。入力してください。'],
  [z.string(), 1, '文字で入力してください。'],
  [z.number(), 'x', '数字で入力してください。'],
  [z.int(), 1.5, '小数のない数字で入力してください。'],
  [z.boolean(), 'yes', 'はい（true）か、いいえ（false）で指定してください。'],
  [z.string().min(1), '', '入力してください。'],
  [z.string().min(13), 'a', '13文字以上で入力してください。'],
  [z.string().max(3), 'abcd', '3文字以内で入力してください。'],
  [z.number().max(5), 9, '5以内で入力してください。'],
  [z.number().positive(), 0, '0より大きい数を入力してください。'],
  [z.number().lt(5), 5, '5より小さい数を入力してください。'],
  [z.array(z.string()).min(1), [], '1つ以上選んでください。'],
  [z.array(z.string()).max(1), ['a', 'b'], '1件以内で指定してください。'],
  [z.enum(['clinic', 'hospital']), 'x', '次のどれかを指定してください：clinic、hospital'],
  [z.email(), 'x', 'メールアドレスを「name@example.jp」の形で入力してください。'],
  [z.iso.date(), '4/1', '日付を「2026-04-01」の形で入力してください。'],
  [z.string().regex(/^a/), 'b', '形が違います。書き方を確かめてください。'],
  [z.strictObject({}), { roles: 1 }, '使わない項目が入っています：roles'],
  [z.union([z.literal('a'), z.number()]), 'x', '形が違います。入力を確かめてください。'],
  [z.object({}), 1, '形が違います。入力を確かめてください。'],
])('%#: the fault is told as what to do', (schema, given, words) => {
  expect(wordsOf(schema, given)).toEqual([words]);
});

test('a long list of choices is cut short', () => {
  const many = Array.from({ length: 47 }, (_, index) => `p${index}`);
  expect(wordsOf(z.enum(many), 'x')?.[0]).toMatch(/p11など$/);
});

test('the words a schema gives itself stay', () => {
  expect(wordsOf(z.string().min(13, '合言葉は13文字以上です。'), 'a')).toEqual(['合言葉は13文字以上です。']);
});
