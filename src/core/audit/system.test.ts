import { expect, test } from 'vitest';
import { bySystem } from './system.ts';

test('what concerns systems comes by each of the scope, also where nothing does, and by those that left the scope', () => {
  const [one, both, none] = [{ systems: ['回線'] }, { systems: ['回線', '検査'] }, { systems: [] }];
  expect(bySystem(['電子カルテ', '検査'], [one, both, none])).toEqual([
    { system: '電子カルテ', things: [] },
    { system: '検査', things: [both] },
    { system: '回線', things: [one, both] },
  ]);
});
