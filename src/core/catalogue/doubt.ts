import type { Item } from './sheet.ts';

/**
 * What nobody could check of an item, in Japanese, to stand after 「要確認」 wherever the item is shown.
 * @returns null where the whole item was checked against the official text or is our own question.
 */
export function doubtOf({ certainty = 'primary', unverified }: Pick<Item, 'certainty' | 'unverified'>): string | null {
  if (unverified !== undefined) return unverified;
  return certainty === 'primary' ? null : '公式の文書の原文では、まだ確かめていません。使う前に原文を見てください。';
}
