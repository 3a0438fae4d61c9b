import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerValue, Item, Scale } from '../catalogue/sheet.ts';
import type { CurrentAnswer } from './answer-change.ts';
import { type OfferedAnswer, type OfferFrame, offerOf, sortOffer } from './offered-answers.ts';

const scale: Scale = {
  id: 'steps',
  values: (['0', '1', '2', '3'] as const).map((value) => ({ value, label: value })),
  guidance: [],
};
const frame: OfferFrame = {
  purpose: 'own',
  scale,
  days: { sheet: { id: 'hospital' }, fiscalYear: 2026, today: '2026-11-27' },
};
const help = { meaning: '', goodExample: '', commonMistake: '' };
const items = new Map(
  ['A', 'B', 'C'].map((id): [string, Item] => [id, { id, text: '', help, evidence: [], links: [] }]),
);
const value = fc.constantFrom<AnswerValue | null>(null, '0', '1', '2', '3');
const note = fc.constantFrom('', '一', '二');
const current = fc.record({ value, note, revision: fc.integer({ min: 1, max: 3 }), toConfirm: fc.boolean() });
const standing = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), current), { selector: ([id]) => id });

test('a file made from what stands, uploaded untouched after others went on, writes nothing', () => {
  fc.assert(
    fc.property(standing, standing, (before, after) => {
      const made = new Map<string, CurrentAnswer>(before);
      const offered = [...items.keys()].map((itemId): OfferedAnswer => {
        const { value = null, note = '', revision = 0 } = made.get(itemId) ?? {};
        return { itemId, value, note, revision };
      });
      const later = after.map(([id, one]): [string, CurrentAnswer] => [
        id,
        { ...one, revision: (made.get(id)?.revision ?? 0) + 1 },
      ]);
      expect(sortOffer(frame, items, new Map([...before, ...later]), offered).writes).toEqual([]);
    }),
  );
});

test('every offered answer is written, in conflict, at fault or unchanged, exactly once', () => {
  const offer = fc.record({ itemId: fc.constantFrom('A', 'B', 'C', 'X'), value, note, revision: fc.nat(4) });
  fc.assert(
    fc.property(standing, fc.array(offer), (before, offered) => {
      const { writes, conflicts, faults, unchanged } = sortOffer(frame, items, new Map(before), offered);
      expect(writes.length + conflicts.length + faults.length + unchanged).toBe(offered.length);
    }),
  );
});

test('an answer based on an older revision is a conflict, on the standing one it is written with the next', () => {
  const before = new Map([['A', { value: '1' as const, note: '', revision: 2, toConfirm: false }]]);
  const offer = (revision: number): OfferedAnswer => ({ itemId: 'A', value: '3', note: '', revision });
  expect(sortOffer(frame, items, before, [offer(1)])).toMatchObject({ conflicts: [{ itemId: 'A' }], writes: [] });
  expect(sortOffer(frame, items, before, [offer(2)])).toMatchObject({ conflicts: [], writes: [{ revision: 3 }] });
  expect(sortOffer(frame, items, new Map(), [offer(4)])).toMatchObject({ faults: [{ code: 'revision-broken' }] });
});

test('a fault of an answer from a file says sheet, row and column, also where others come to light only beside the run', () => {
  const columns = {
    row: 1,
    width: 7,
    item: { at: 0, title: '設問番号' },
    value: { at: 4, title: '回答' },
    note: { at: 5, title: 'メモ' },
    revision: { at: 6, title: '更新番号' },
  };
  const answers = [
    { item: 'A', value: '1' as const, note: '', revision: 4, row: 2 },
    { item: 'B', value: 'yes' as const, note: '', revision: 0, row: 3 },
    { item: 'C', value: '1' as const, note: 'あ'.repeat(2001), row: 4 },
    { item: 'X', value: '1' as const, note: '', row: 5 },
  ];
  const { faults } = sortOffer(frame, items, new Map(), offerOf({ answers, columns, sheet: '回答' }));
  expect(faults.map(({ message: _words, ...fault }) => fault)).toEqual([
    { sheet: '回答', row: 2, column: '更新番号', item: 'A', code: 'revision-broken' },
    { sheet: '回答', row: 3, column: '回答', item: 'B', code: 'value-not-allowed' },
    { sheet: '回答', row: 4, column: 'メモ', item: 'C', code: 'note-too-long' },
    { sheet: '回答', row: 5, column: '設問番号', item: 'X', code: 'unknown-item' },
  ]);
  const typed: OfferedAnswer = { itemId: 'B', value: 'yes', note: '', revision: 0 };
  expect(sortOffer(frame, items, new Map(), [typed]).faults).toEqual([
    expect.objectContaining({ item: 'B', field: 'value', code: 'value-not-allowed' }),
  ]);
});
