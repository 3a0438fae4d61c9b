import { expect, it } from 'vitest';
import { clausesOf, guidelineSchema } from './guideline.ts';
import { madeUpCatalogue } from './testing/made-up-catalogue.ts';

it('lists the clauses of all chapters in printed order', () => {
  const [guideline] = madeUpCatalogue.guidelines;
  const [chapter] = guideline?.chapters ?? [];
  if (!guideline || !chapter) throw new Error('the made-up guideline has a chapter');
  const later = chapter.clauses.map((clause) => ({ ...clause, id: 'GOV7-4-01' }));
  const two = { ...guideline, chapters: [chapter, { ...chapter, no: 4, clauses: later }] };
  expect(clausesOf(two).map(({ id }) => id)).toEqual(['GOV7-3-01', 'GOV7-4-01']);
  expect(guidelineSchema.parse(two)).toEqual(two);
});
