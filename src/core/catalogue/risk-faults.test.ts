import { expect, it } from 'vitest';
import { riskFaults } from './risk-faults.ts';
import type { RiskGuide } from './risk-guide.ts';
import { madeUpCatalogue, madeUpRiskGuide } from './testing/made-up-catalogue.ts';

const faults = (guide: Partial<RiskGuide>) =>
  riskFaults({ ...madeUpCatalogue, risks: [{ ...madeUpRiskGuide, ...guide }] }).map(
    ({ field, message }) => field ?? message,
  );
const [pattern] = madeUpRiskGuide.patterns;
const changed = (part: object) => faults({ patterns: pattern ? [{ ...pattern, ...part }] : [] });

it('a pattern names what is there, and something it is suggested by', () => {
  expect(faults({})).toEqual([]);
  expect(changed({ areas: ['S9'] })).toEqual(['areas']);
  expect(changed({ incidents: ['unseen'] })).toEqual(['incidents']);
  expect(changed({ treatments: [{ measure: 'MS9', line: 'roof', kind: 'detective' }] })).toEqual([
    'treatments',
    'treatments',
  ]);
  expect(changed({ areas: [], axes: [], incidents: [] })).toEqual(['areas']);
});

it('an id stands once', () => {
  expect(faults({ incidents: [...madeUpRiskGuide.incidents, ...madeUpRiskGuide.incidents] })).toEqual([
    'seen が2回以上あります。',
  ]);
});
