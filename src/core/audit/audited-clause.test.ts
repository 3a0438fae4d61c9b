import { expect, test } from 'vitest';
import { registerLines } from './audited-clause.ts';

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
