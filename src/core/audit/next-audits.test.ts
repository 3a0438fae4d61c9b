import { describe, expect, it } from 'vitest';
import { nextAudits } from './next-audits.ts';

describe('nextAudits', () => {
  it('asks for both in the present year where none was ever held', () => {
    expect(nextAudits([], 2026)).toEqual([
      { kind: 'internal', fiscalYear: 2026, dueOn: '2027-03-31', last: null },
      { kind: 'external', fiscalYear: 2026, dueOn: '2027-03-31', last: null },
    ]);
  });

  it('asks for an internal audit each year and an external one every third', () => {
    const held = [
      { kind: 'internal', fiscalYear: 2026 },
      { kind: 'external', fiscalYear: 2025 },
    ] as const;
    expect(nextAudits(held, 2026).map(({ kind, fiscalYear, last }) => [kind, fiscalYear, last])).toEqual([
      ['internal', 2027, 2026],
      ['external', 2028, 2025],
    ]);
  });

  it('never asks for one in the past', () => {
    const held = [{ kind: 'external', fiscalYear: 2020 }] as const;
    expect(nextAudits(held, 2026).map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2026]);
  });
});
