import { describe, expect, it } from 'vitest';
import type { RunSummaryView } from '#web/sheet/index.ts';
import { homeRuns, resultRun } from './home-runs.ts';

const run = (part: Partial<RunSummaryView>): RunSummaryView => ({
  id: `${part.sheetId}-${part.fiscalYear}`,
  sheetId: 'hospital',
  sheetVersion: '1.0.0',
  sheetTitle: '病院システム',
  fiscalYear: 2026,
  status: 'open',
  answered: 0,
  items: 80,
  toConfirm: 0,
  begunAt: '2026-05-01T00:00:00Z',
  submittedAt: null,
  ...part,
});

describe('homeRuns', () => {
  const old = run({ fiscalYear: 2025, status: 'submitted', answered: 80, id: 'old' });

  it('are those of this fiscal year, and the last submitted one', () => {
    const found = homeRuns([run({ id: 'now' }), run({ sheetId: 'network-level', id: 'net' }), old], 2026, 'hospital');
    expect(found.main?.id).toBe('now');
    expect(found.network?.id).toBe('net');
    expect(found.executive).toBeUndefined();
    expect(found.lastSubmitted?.id).toBe('old');
  });

  it('show last year’s result until something is answered this year', () => {
    expect(resultRun(homeRuns([run({ id: 'now' }), old], 2026, 'hospital'))?.id).toBe('old');
    expect(resultRun(homeRuns([run({ id: 'now', answered: 1 }), old], 2026, 'hospital'))?.id).toBe('now');
  });

  it('keep a run begun on the other sheet before the type was corrected', () => {
    expect(homeRuns([run({ id: 'now' })], 2026, 'small-facility').main?.id).toBe('now');
  });
});
