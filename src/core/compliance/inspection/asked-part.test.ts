import { expect, it } from 'vitest';
import type { ClauseStep } from '../clause/clause-cycle.ts';
import { askedPartOf, lastDone, missingWords } from './asked-part.ts';
import { askedAtOf } from './inspection.ts';

const done = (...steps: ClauseStep[]) => lastDone(steps.map((step) => ({ step }))).map(({ step }) => step);

it('the last drill is what was done of the newest round of which anything was, an instruction is none', () => {
  expect(done()).toEqual([]);
  expect(done('instructed')).toEqual([]);
  expect(done('reported', 'carried-out', 'instructed', 'followed-up')).toEqual(['reported', 'carried-out']);
  expect(done('instructed', 'followed-up', 'reported', 'carried-out', 'instructed', 'followed-up')).toEqual([
    'followed-up',
    'reported',
    'carried-out',
  ]);
});

it('a place asks for the contact tree by its words or its proofs, and for the drill by its clause', () => {
  expect(askedPartOf({ id: 'R8-H-3-01', words: ['院内と外部への連絡体制図がある'] })).toBe('contact-tree');
  expect(askedPartOf({ id: 'GOV7-3-15', words: ['訓練'] })).toBe('drill');
  expect(askedPartOf({ id: 'GOV7-3-09', words: ['訓練記録'] })).toBeNull();
});

it('says which file to add where', () => {
  const place = { itemId: 'x', at: '', part: 'contact-tree' } as const;
  const askedAt = askedAtOf([
    { ...place, proves: ['3-①'] },
    { ...place, proves: ['3-①'] },
    { ...place, proves: ['経営管理編 3⑱'] },
    { ...place, proves: ['1-①'], part: null },
  ]);
  expect(askedAt).toEqual({ 'contact-tree': ['チェックリスト 3-①', 'ガイドライン経営管理編 3⑱'], drill: [] });
  expect(missingWords('contact-tree', askedAt['contact-tree'])).toContain(
    'チェックリスト 3-①か、ガイドライン経営管理編 3⑱に、連絡体制図のファイルを加える',
  );
});
