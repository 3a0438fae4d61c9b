import { expect, it } from 'vitest';
import { referenceFaults } from './reference-faults.ts';
import { madeUpCatalogue } from './testing/made-up-catalogue.ts';

it('names what templates and fee rules point at and nobody wrote', () => {
  expect(referenceFaults(madeUpCatalogue)).toEqual([]);
  const templates = madeUpCatalogue.templates.map((template) => ({ ...template, clauses: ['GOV7-9-99'] }));
  const feeRules = madeUpCatalogue.feeRules.map(({ conditions, ...rule }) => ({
    ...rule,
    conditions: conditions.map((condition) => ({ ...condition, proofs: ['H99-9'] })),
  }));
  const faults = referenceFaults({ ...madeUpCatalogue, templates, feeRules });
  expect(faults.map(({ message }) => message)).toEqual([
    'TP-policy-clinic が指す GOV7-9-99 がありません。',
    'FR-A-1 が指す H99-9 がありません。',
  ]);
});
