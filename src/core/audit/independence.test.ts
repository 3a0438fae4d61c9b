import { describe, expect, it } from 'vitest';
import { barsFromAll, type Involvement, involvementWords, speaksAgainst } from './independence.ts';

const planner: Involvement = { reason: 'planner', areaId: null, fiscalYear: null };
const answered: Involvement = { reason: 'answered', areaId: '03', fiscalYear: 2026 };
const task: Involvement = { reason: 'task', areaId: '05', fiscalYear: 2025 };

describe('independence', () => {
  it('is lost for an area by work on that area, and kept for every other', () => {
    expect(speaksAgainst([answered, task], '03')).toEqual([answered]);
    expect(speaksAgainst([answered, task], '01')).toEqual([]);
    expect(barsFromAll([answered, task])).toEqual([]);
  });

  it('is lost for every area by the role of a planner or an operator', () => {
    expect(speaksAgainst([planner], '01')).toEqual([planner]);
    expect(barsFromAll([answered, planner])).toEqual([planner]);
  });

  it('names its reason in plain words, with the year where there is one', () => {
    expect(involvementWords(planner)).toBe('企画管理者の役割があるため');
    expect(involvementWords(answered)).toBe('令和8年度、点検でこの分野に答えたため');
    expect(involvementWords(task)).toBe('令和7年度、この分野の取り組みの担当だったため');
  });
});
