import { expect, test } from 'vitest';
import { actTitle, actTitles } from './act.ts';

test('every act is a capability and a word, and reads in Japanese', () => {
  for (const [act, title] of Object.entries(actTitles)) {
    expect(act).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(title).toMatch(/[ぁ-ん][ただ]$/);
  }
});

test.each([
  ['evidence.added', '証跡を加えた'],
  ['later.written', 'later.written'],
  ['constructor', 'constructor'],
])('the act %s reads %s', (act, title) => expect(actTitle(act)).toBe(title));
