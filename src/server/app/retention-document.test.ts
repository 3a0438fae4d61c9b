import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { retention } from '#core/app/retention.ts';

const kinds = retention.flatMap((group) => group.kinds);
const inEnglish: Readonly<Record<number, string>> = { 1: 'a day', 365: 'a year', 730: '2 years' };
const english = (days: number) => inEnglish[days] ?? `${days} days`;

test('the document for operators names every kind once, with the period it has', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/retention.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ((?:`[a-z-]+`[, ]*)+)\|[^|]*\| ([^|]*) \|/gm)].flatMap(
    ([, codes = '', kept = '']) =>
      [...codes.matchAll(/`([a-z-]+)`/g)].map(([, kind = '']) => [kind, kept.trim()] as const),
  );
  expect(rows.map(([kind]) => kind).toSorted()).toEqual(kinds.map(({ kind }) => kind).toSorted());
  for (const { kind, days } of kinds) {
    const kept = rows.find(([listed]) => listed === kind)?.[1];
    if (days === null) expect(kept, kind).not.toMatch(/\d|\b(day|year)s?\b/);
    else expect(kept, kind).toBe(english(days));
  }
});
