import { describe, expect, it } from 'vitest';
import {
  barringAmong,
  barsFromAll,
  type Involvement,
  involvementWords,
  isAuditWork,
  speaksAgainst,
  tiesWithin,
} from './independence.ts';

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

  it.each([
    ['staff auditor executive', []],
    ['auditor safety-manager', ['safety-manager']],
    ['planner operator facility-administrator', ['facility-administrator', 'planner', 'operator']],
    ['', []],
  ])('is lost by the roles 「%s」 as far as %j', (roles, barring) => expect(barringAmong(roles)).toEqual(barring));

  it('is lost for every area by a role of last year, and by submitting what is audited', () => {
    const former: Involvement = { ...planner, fiscalYear: 2025 };
    const submitted: Involvement = { reason: 'submitted', areaId: null, fiscalYear: 2026 };
    expect(barsFromAll([answered, former, submitted])).toEqual([former, submitted]);
  });

  it('is lost by a clause where that is in scope alone', () => {
    const clause: Involvement = {
      reason: 'clause',
      areaId: '01',
      fiscalYear: 2026,
      clause: { id: 'G-1', label: '3⑪' },
    };
    expect(tiesWithin([answered, clause], ['G-1'])).toEqual([answered, clause]);
    expect(tiesWithin([answered, clause], ['G-2'])).toEqual([answered]);
    expect(involvementWords(clause)).toBe('令和8年度、対象の条項（3⑪）の担当だったため');
    expect(involvementWords({ ...clause, reason: 'clause-step' })).toBe(
      '令和8年度、対象の条項（3⑪）の手順を記録したため',
    );
    expect(involvementWords({ ...clause, reason: 'correction' })).toBe(
      '令和8年度、対象の条項（3⑪）の指摘を直す担当だったため',
    );
  });

  it('is not lost by a file added as the auditor of the area, since the audit began', () => {
    const at = new Date('2026-11-10T00:00:00Z');
    const seat = { personId: 'a', begunAt: at, areas: ['03'] };
    const proof = { personId: 'a', areaId: '03', at };
    expect(isAuditWork(proof, [seat])).toBe(true);
    expect(isAuditWork({ ...proof, at: new Date(at.getTime() - 1) }, [seat])).toBe(false);
    expect(isAuditWork({ ...proof, areaId: '04' }, [seat])).toBe(false);
    expect(isAuditWork({ ...proof, personId: 'b' }, [seat])).toBe(false);
  });

  it('names its reason in plain words, with the year where there is one', () => {
    expect(involvementWords(planner)).toBe('企画管理者の役割があるため');
    expect(involvementWords({ ...planner, fiscalYear: 2025 })).toBe('令和7年度、企画管理者の役割があったため');
    expect(involvementWords(answered)).toBe('令和8年度、点検でこの分野に答えたため');
    expect(involvementWords(task)).toBe('令和7年度、この分野の取り組みの担当だったため');
  });
});
