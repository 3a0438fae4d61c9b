import { expect, test } from 'vitest';
import { roleText } from './role-text.ts';

test('roles of a sheet are called as the guideline calls them', () => {
  expect(roleText('企画管理者+運用担当')).toBe('企画管理者・運用担当者');
  expect(roleText('運用担当・事業者')).toBe('運用担当者・事業者');
  expect(roleText('運用担当者')).toBe('運用担当者');
});
