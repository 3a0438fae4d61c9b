import { expect, test } from 'vitest';
import type { Access } from '../kernel/contract.ts';
import { accessWords } from './access-words.ts';

test.each<[Access, object]>([
  [{ kind: 'public' }, { words: 'だれでも（サインインは要りません）' }],
  [{ kind: 'person', beforeSecondFactor: true }, { words: 'サインインした人（確認コードの前でも）' }],
  [
    { kind: 'facility', permission: 'sheet.read' },
    { words: '施設の職員ならだれでも', accessToken: '点検と回答を見る' },
  ],
  [
    { kind: 'facility', permission: 'token.manage', stepUp: true },
    { words: '施設の次の役割の人：施設の管理者（10分以内に、ご本人か確かめ直していること）' },
  ],
  [{ kind: 'organisation', permission: 'organisation.read' }, { words: '組織の人ならだれでも' }],
  [{ kind: 'organisation', permission: 'support.ask' }, { words: '組織の次の役割の人：組織の管理者、支援者' }],
  [{ kind: 'system', permission: 'register.read' }, { words: 'システム管理者' }],
])('%j is told in words', (access, words) => {
  const { kind, permission, ...told } = accessWords(access);
  expect(told).toEqual(words);
});
