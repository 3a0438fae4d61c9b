import { expect, it } from 'vitest';
import { clauseScopeOf } from './clause-scope.ts';
import { systemTypeOf } from './system-type.ts';

const choice = { sheet: 'hospital', deemedCompliance: 'does-not-apply', reasons: [] } as const;
const said = (ownServers: 'yes' | 'no' | 'unclear', appOnPc: 'yes' | 'no' | 'unclear') => ({
  answers: { ownServers, appOnPc, updatesEntrusted: 'no' as const },
  choice: { ...choice, reasons: [] },
});

it.each([
  [true, said('yes', 'no'), 'Ⅰ'],
  [true, said('no', 'no'), 'Ⅱ'],
  [false, said('no', 'yes'), 'Ⅲ'],
  [false, said('no', 'no'), 'Ⅳ'],
  [false, said('unclear', 'no'), null],
  [true, said('yes', 'unclear'), 'Ⅰ'],
  [null, said('no', 'no'), null],
  [true, null, null],
] as const)('staff %s and %j are the pattern %s', (systemStaff, sheetChoice, type) => {
  expect(systemTypeOf({ systemStaff, sheetChoice })).toBe(type);
});

const at = (chapterId: string, appliesTo?: string) => ({ part: { id: chapterId.slice(0, 4) }, chapterId, appliesTo });

it.each([
  ['OPS6-13', 'Ⅰ、Ⅲ', 'Ⅱ', 'no'],
  ['OPS6-13', 'Ⅰ、Ⅲ', 'Ⅲ', 'yes'],
  ['OPS6-13', 'Ⅰ、Ⅲ', null, 'yes'],
  ['OPS6-12', 'Ⅰ、Ⅲ（⑤⑥と12.3はⅡ、Ⅳも）', 'Ⅳ', 'partly'],
  ['OPS6-10', '要確認', 'Ⅳ', 'to-check'],
  ['OPS6-10', '要確認', 'Ⅰ', 'yes'],
  ['OPS6-14', 'Ⅰ〜Ⅳ', 'Ⅳ', 'yes'],
  ['OPS6-11', '（Ⅱ,Ⅳも）', 'Ⅱ', 'yes'],
  ['PLN6-15', undefined, 'Ⅱ', 'to-check'],
] as const)('%s (%s) for the pattern %s: %s', (id, appliesTo, systemType, applies) => {
  const scope = clauseScopeOf(at(id, appliesTo), { systemType, deemed: null, inHouse: null });
  expect(scope.applies).toBe(applies);
  expect(scope.reason === null).toBe(applies === 'yes');
});

it('leaves nothing out for a facility that may be deemed to comply, and says that this is to be checked', () => {
  const facility = { systemType: 'Ⅰ', deemed: 'may-apply', inHouse: true } as const;
  const scope = clauseScopeOf(at('PLN6-04'), facility);
  expect(scope).toMatchObject({ applies: 'to-check', reason: expect.stringContaining('見込み') });
  expect(clauseScopeOf(at('PLN6-04'), { ...facility, deemed: 'unclear' }).applies).toBe('yes');
});

it('has the part for 保守委託機関 for those that may be one alone, of the rest only what was written there before', () => {
  const may = { systemType: null, deemed: 'may-apply', inHouse: true } as const;
  const applies = (line: ReturnType<typeof at>, facility: Parameters<typeof clauseScopeOf>[1]) =>
    clauseScopeOf(line, facility).applies;
  expect(applies(at('ENT7-10'), may)).toBe('yes');
  expect(applies(at('ENT7-09-05', 'Ⅰ、Ⅲ'), may)).toBe('yes');
  expect(applies(at('ENT7-09-05', 'Ⅰ、Ⅲ'), { ...may, inHouse: false })).toBe('no');
  for (const deemed of ['does-not-apply', 'unclear', null] as const)
    expect(applies(at('ENT7-10'), { ...may, deemed })).toBe('no');
});
