import { accessTokenDays, type Scope } from '#core/identity/access-token.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';

export type TokenDraft = { readonly name: string; readonly scopes: readonly Scope[]; readonly days: string };

export const emptyDraft: TokenDraft = { name: '', scopes: [], days: String(accessTokenDays.usual) };

/** The days typed, in figures of any width; undefined where it is no such number. */
export function daysOf(text: string): number | undefined {
  const days = Number(text.normalize('NFKC').replace(/日$/, '').trim() || Number.NaN);
  return Number.isInteger(days) && days >= accessTokenDays.least && days <= accessTokenDays.most ? days : undefined;
}

/** What is missing before a key can be made, by field. */
export function missingIn({ name, scopes, days }: TokenDraft): FieldFaults {
  return {
    ...(name.trim() === '' && { name: '何に使うキーかが分かる名前を入力してください。' }),
    ...(scopes.length === 0 && { scopes: '許す操作を一つ以上選んでください。' }),
    ...(daysOf(days) === undefined && {
      days: `日数は${accessTokenDays.least}〜${accessTokenDays.most}の整数で入力してください。`,
    }),
  };
}
