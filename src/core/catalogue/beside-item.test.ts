import { expect, it } from 'vitest';
import { besideItem } from './beside-item.ts';

it('tells what an item is about, who fills it in and by which year it is to be はい, as far as the form says it', () => {
  expect(besideItem({ equipment: 'サーバ', respondent: '運用担当', target: 'R9' })).toBe(
    '対象：サーバ　担当：運用担当者　国の目標：令和9年度',
  );
  expect(besideItem({ equipment: null, target: '令和8年度中' })).toBe('国の目標：令和8年度中');
  expect(besideItem({ equipment: '' })).toBe('');
});
