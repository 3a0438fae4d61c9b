import { expect, it } from 'vitest';
import { measuresFor } from './treatment-draft.ts';

const measure = (suggestionId: string, measureId: string) => ({
  suggestionId,
  measureId,
  text: measureId,
  lineId: 'network',
  kind: 'preventive' as const,
});
const measures = [measure('malware', 'M2'), measure('media', 'M1'), measure('media', 'M2')];
const ids = (suggestionId: string | null) => measuresFor(suggestionId, measures).map(({ measureId }) => measureId);

it('a risk taken from a suggestion is treated by its measures, one somebody thought of by any, each offered once', () => {
  expect(ids('media')).toEqual(['M1', 'M2']);
  expect(ids(null)).toEqual(['M1', 'M2']);
  expect(ids('unknown')).toEqual([]);
});
