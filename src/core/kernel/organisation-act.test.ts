import { expect, test } from 'vitest';
import { organisationActTitle, organisationActTitles } from './organisation-act.ts';

test('every act of an organisation is a capability and a word, and reads in Japanese', () => {
  for (const [act, title] of Object.entries(organisationActTitles)) {
    expect(act).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(title).toMatch(/[ぁ-ん]た$/);
  }
});

test.each([
  ['organisation.joined', '招待を受けて加わった'],
  ['later.written', 'later.written'],
  ['constructor', 'constructor'],
])('the act %s reads %s', (act, title) => expect(organisationActTitle(act)).toBe(title));
