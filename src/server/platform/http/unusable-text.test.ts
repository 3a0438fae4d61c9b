import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal.ts';
import { refuseUnusableText } from './unusable-text.ts';

function fieldsRefused(input: unknown): readonly (string | undefined)[] {
  try {
    refuseUnusableText(input);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { faults } = error.details as { faults: readonly { field?: string; code: string }[] };
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['character-not-usable']));
    return faults.map(({ field }) => field);
  }
}

describe('refuseUnusableText', () => {
  it('names every field whose text has NUL or half of a character, in order', () => {
    const input = { name: 'a\u0000b', servers: [{ name: '電子カルテ' }, { name: '\ud83d' }], note: '\ude00!' };
    expect(fieldsRefused(input)).toEqual(['name', 'servers.1.name', 'note']);
  });

  it('takes every whole character, also rare ones, and everything that is no text', () => {
    expect(
      fieldsRefused({ note: '𠮷髙①㈱👨‍👩‍👧\n\t', at: new Date(), file: new Blob(['\u0000']), none: null, n: 0 }),
    ).toEqual([]);
    expect(fieldsRefused(undefined)).toEqual([]);
  });

  it('looks as deep as the input goes', () => {
    const depth = 100_000;
    const nested: unknown = JSON.parse(`${'['.repeat(depth)}"\\u0000"${']'.repeat(depth)}`);
    expect(fieldsRefused(nested)).toHaveLength(1);
  });

  it('tells of a hundred fields at most', () => {
    expect(fieldsRefused(Array(5000).fill('\u0000'))).toHaveLength(100);
  });
});
