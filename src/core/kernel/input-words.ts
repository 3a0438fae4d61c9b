import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];
type Size = Extract<Issue, { readonly code: 'too_big' | 'too_small' }>;

const kinds: Readonly<Record<string, string>> = {
  string: '文字で入力してください。',
  number: '数字で入力してください。',
  int: '小数のない数字で入力してください。',
  boolean: 'はい（true）か、いいえ（false）で指定してください。',
  array: '一覧の形で指定してください。',
};

const formats: Readonly<Record<string, string>> = {
  email: 'メールアドレスを「name@example.jp」の形で入力してください。',
  uuid: '番号の形が違います。画面を開き直して、もう一度お試しください。',
  url: 'アドレスを「https://」から入力してください。',
  date: '日付を「2026-04-01」の形で入力してください。',
  datetime: '日時を「2026-04-01T09:00:00Z」の形で入力してください。',
};

const longestList = 12;

function choices(values: readonly unknown[]): string {
  const named = values.slice(0, longestList).map(String).join('、');
  return values.length > longestList ? `${named}など` : named;
}

function sizeWords({ code, origin }: Size, bound: number | bigint): string {
  const unit = origin === 'string' ? '文字' : origin === 'array' || origin === 'set' ? '件' : '';
  return code === 'too_big'
    ? `${bound}${unit}以内で${unit === '件' ? '指定' : '入力'}してください。`
    : `${bound}${unit}以上で${unit === '件' ? '指定' : '入力'}してください。`;
}

function tooSmall(issue: Extract<Issue, { readonly code: 'too_small' }>): string {
  if (issue.inclusive === false) return `${issue.minimum}より大きい数を入力してください。`;
  if (issue.minimum !== 1) return sizeWords(issue, issue.minimum);
  if (issue.origin === 'string') return '入力してください。';
  return issue.origin === 'array' ? '1つ以上選んでください。' : sizeWords(issue, 1);
}

function tooBig(issue: Extract<Issue, { readonly code: 'too_big' }>): string {
  return issue.inclusive === false
    ? `${issue.maximum}より小さい数を入力してください。`
    : sizeWords(issue, issue.maximum);
}

/** What is wrong with an input and what to do about it, in Japanese a person understands, for every schema's faults. */
export function inputWords(issue: Issue): string {
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'invalid_value') return `次のどれかを指定してください：${choices(issue.values)}`;
  if (issue.code === 'unrecognized_keys') return `使わない項目が入っています：${choices(issue.keys)}`;
  if (issue.code === 'invalid_format') return formats[issue.format] ?? '形が違います。書き方を確かめてください。';
  if (issue.code !== 'invalid_type') return '形が違います。入力を確かめてください。';
  if (issue.input === undefined) return '必要な項目です。入力してください。';
  return kinds[issue.expected] ?? '形が違います。入力を確かめてください。';
}
