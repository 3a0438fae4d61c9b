import { describe, expect, it } from 'vitest';
import { firstSix } from './first-six.ts';
import type { Gain } from './measure-effect.ts';
import type { ProposedMeasure } from './measures.ts';
import type { AreaScore } from './scoring.ts';

function measure(id: string, area: string, parts: Partial<ProposedMeasure> = {}): ProposedMeasure {
  const words = { id, area, title: id, costClass: 0, personDays: 1, role: '担当', why: '理由', yearly: null };
  const gain: Gain = 'to-2';
  return { ...words, gain, causes: [{ item: `H${id}`, from: 0, to: 2 }], prerequisites: [], ...parts };
}
const area = (id: string, score: number): AreaScore => {
  return { id, title: id, score, answered: 1, notApplicable: 0, unknown: 0, unanswered: 0 };
};
const areas = [area('01', 1.5), area('02', 0.5), area('03', 1)];
const pick = (measures: ProposedMeasure[], elsewhere: ProposedMeasure[] = []) => {
  return firstSix({ measures, elsewhere }, areas).map(({ id }) => id);
};

describe('the first six measures', () => {
  it('are six, one per area first and the weakest area first', () => {
    const many = ['01', '02', '03'].flatMap((id) => [1, 2, 3].map((no) => measure(`M${id}-${no}`, id)));
    expect(pick(many)).toEqual(['M02-1', 'M03-1', 'M01-1', 'M02-2', 'M02-3', 'M03-2']);
  });

  it('are without cost first, even in one area', () => {
    const measures = [measure('M02-1', '02', { costClass: 1 }), measure('M01-1', '01'), measure('M01-2', '01')];
    expect(pick(measures)).toEqual(['M01-1', 'M01-2', 'M02-1']);
  });

  it('bring items to 2 before they keep good ones', () => {
    const measures = [measure('M02-1', '02', { gain: 'to-3', causes: [] }), measure('M01-1', '01', { costClass: 3 })];
    expect(pick(measures)).toEqual(['M01-1', 'M02-1']);
  });

  it('never wait for a measure that was not picked before', () => {
    const waits = (id: string, blocks: boolean) => ({ prerequisites: [{ id, title: id, blocks }] });
    const first = measure('M01-1', '01', { costClass: 2 });
    const second = measure('M02-1', '02', waits('M01-1', true));
    expect(pick([first, second])).toEqual(['M01-1', 'M02-1']);
    expect(pick([second])).toEqual([]);
    expect(pick([measure('M02-1', '02', waits('M03-3', false))])).toEqual(['M02-1']);
  });

  it('do not bring the same item to 2 twice', () => {
    const causes = [{ item: 'H02-1', from: 0, to: 2 }];
    expect(pick([measure('M02-1', '02', { causes }), measure('M02-2', '02', { causes })])).toEqual(['M02-1']);
  });

  it('may come from an area that is not weak', () => {
    expect(pick([], [measure('M07-1', '07')])).toEqual(['M07-1']);
  });
});
