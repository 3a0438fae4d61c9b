import { expect, it } from 'vitest';
import { type FeeRule, standingFeeRules } from './fee-rule.ts';
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

it('names a replaced version that is not there, and conditions its successor has lost', () => {
  const [rule] = madeUpCatalogue.feeRules;
  if (!rule) throw new Error('the made-up catalogue has a fee rule');
  const next = { ...rule, version: 'R6.1', replaces: 'R6' };
  const messagesOf = (feeRules: readonly FeeRule[]) =>
    referenceFaults({ ...madeUpCatalogue, feeRules }).map(({ message }) => message);
  expect(messagesOf([rule, next])).toEqual([]);
  expect(standingFeeRules([rule, next])).toEqual([next]);
  expect(messagesOf([next])).toEqual(['FR-A R6.1 が指す R6 がありません。']);
  const other = next.conditions.map((condition) => ({ ...condition, id: 'FR-A-2' }));
  expect(messagesOf([rule, { ...next, conditions: other }])).toEqual(['FR-A R6.1 が指す FR-A-1 がありません。']);
});
