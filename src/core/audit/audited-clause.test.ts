import { expect, test } from 'vitest';
import { clauseFindingLines, clauseItemLines, registerLines } from './audited-clause.ts';

const register = { documents: '安全管理規程', undone: '', last: null } as const;
const owner = { id: '22222222-2222-4222-8222-222222222222', name: '山田', left: false };

test('what the register says of a clause names who has it, and says where nobody does because the person left', () => {
  const begun = 'ガイドラインの記録：まだ';
  expect(registerLines({ register: { ...register, owner } })).toEqual([begun, '担当：山田', '文書：安全管理規程']);
  expect(registerLines({ register: { ...register, owner: { ...owner, left: true } } })).toContain(
    '担当：担当がいません（元の担当 山田）',
  );
  expect(registerLines({ register: { ...register, documents: '', owner: null } })).toEqual([begun]);
});

test('a clause the sheet asks nothing of points to remarks until the report, and then says what was found at it', () => {
  const none = 'この点検票には、つながる設問がありません。ガイドラインの記録・証跡・聞き取りで';
  expect(clauseItemLines({ items: [] }, false)).toEqual([`${none}確かめ、分かったことは所見に書きます。`]);
  expect(clauseItemLines({ items: [] }, true)).toEqual([`${none}確かめました。`]);
  const clause = { id: 'GOV7-1-04', label: '1④', title: '1④ 決裁' };
  const found = { conclusion: 'major', statement: '決裁の記録がない' } as const;
  const findings = [
    { ...found, place: { kind: 'clause', clause } as const },
    { ...found, place: { kind: 'system', system: '電子カルテ' } as const },
  ];
  expect(clauseFindingLines('GOV7-1-04', findings)).toEqual(['重大な不適合：決裁の記録がない']);
  expect(clauseFindingLines('GOV7-3-11', findings)).toEqual([]);
});
