import { expect, it } from 'vitest';
import { versionTitle } from './version-title.ts';

it('names the year of a form of the ministry, and any other version by its number', () => {
  expect(['R8', 'R10', '1.0.0'].map(versionTitle)).toEqual(['令和8年度版（R8）', '令和10年度版（R10）', '1.0.0版']);
});
