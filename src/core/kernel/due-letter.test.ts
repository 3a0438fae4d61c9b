import { expect, test } from 'vitest';
import type { Due } from './due.ts';
import { dueLetter } from './due-letter.ts';

const owner = { id: 'owner', name: '山田', left: false };
const letter = (due: Pick<Due, 'kind' | 'owner'>, late: boolean, personId = 'owner', count = 1) =>
  dueLetter({
    facility: 'みなと病院',
    facilityId: 'f',
    name: '山田',
    personId,
    due: { ...due, page: 'tasks/t', dueOn: '2026-12-31' },
    count,
    late,
  });
const lead = (...of: Parameters<typeof letter>) => letter(...of).paragraphs[0];

test('a letter says to whom it goes as whose something is', () => {
  expect(lead({ kind: 'task', owner }, false)).toBe('あなたが担当の取り組みの期限は、令和8年12月31日です。');
  expect(lead({ kind: 'finding', owner: null }, true)).toBe(
    '担当がいない監査の指摘が、期限の令和8年12月31日を過ぎました。',
  );
  expect(lead({ kind: 'finding', owner: { ...owner, left: true } }, true, 'planner')).toContain(
    '担当がいない監査の指摘',
  );
  expect(lead({ kind: 'clause', owner }, true, 'planner')).toBe(
    '担当の人が今の役割では見られないガイドラインの条項が、期限の令和8年12月31日を過ぎました。',
  );
  expect(lead({ kind: 'year', owner: null }, false)).toContain('1年の流れの、まだ終わっていない区切りの期限は');
});

test('of several due together a letter says how many, and leads to where all of them stand', () => {
  const joined = letter({ kind: 'task', owner: null }, false, 'planner', 12);
  expect(joined.paragraphs[0]).toBe('担当がいない取り組み（12件）の期限は、令和8年12月31日です。');
  expect(joined.link).toEqual({ words: '1年の流れを開く', path: '/facilities/f/year' });
});
