import { describe, expect, it } from 'vitest';
import type { RunSummaryView } from '#web/sheet/index.ts';
import { answersSheet, nextSheet, yearSheets } from './year-sheets.ts';

function run(sheetId: RunSummaryView['sheetId'], of: Partial<RunSummaryView> = {}): RunSummaryView {
  return {
    id: sheetId,
    sheetId,
    sheetVersion: '1.0.0',
    sheetTitle: '',
    fiscalYear: 2026,
    status: 'open',
    answered: 0,
    items: 80,
    toConfirm: 0,
    begunAt: '',
    submittedAt: null,
    ...of,
  };
}

const idsOf = (sheets: ReturnType<typeof yearSheets>) => sheets.map(({ sheetId }) => sheetId);

describe('yearSheets', () => {
  it('begins with the one that fits and leaves the other out', () => {
    expect(idsOf(yearSheets([], 2026, 'small-facility'))).toEqual(['small-facility', 'network-level', 'executive']);
  });

  it('shows the other one where it was begun all the same', () => {
    const sheets = yearSheets([run('small-facility')], 2026, 'hospital');
    expect(idsOf(sheets)).toEqual(['hospital', 'small-facility', 'network-level', 'executive']);
  });

  it('knows the runs of this year only', () => {
    const [main] = yearSheets([run('hospital', { fiscalYear: 2025 })], 2026, 'hospital');
    expect(main?.run).toBeUndefined();
  });
});

describe('nextSheet', () => {
  const sheets = yearSheets([run('hospital', { status: 'submitted' })], 2026, 'hospital');

  it('is the first of the person that is not submitted', () => {
    expect(nextSheet(sheets, ['planner'])?.sheetId).toBe('network-level');
    expect(nextSheet(sheets, ['executive'])?.sheetId).toBe('executive');
  });

  it('is one that is being answered before one that is not begun', () => {
    expect(nextSheet(yearSheets([run('hospital')], 2026, 'hospital'), ['planner'])?.sheetId).toBe('hospital');
  });

  it('is the main one for people who answer nothing', () => {
    expect(nextSheet(sheets, ['auditor'])?.sheetId).toBe('hospital');
  });
});

describe('answersSheet', () => {
  it('leaves the executive sheet to executives and the others to everyone else', () => {
    expect(answersSheet(['executive'], 'executive')).toBe(true);
    expect(answersSheet(['executive'], 'hospital')).toBe(false);
    expect(answersSheet(['planner'], 'executive')).toBe(false);
    expect(answersSheet(['planner', 'executive'], 'hospital')).toBe(true);
    expect(answersSheet(['auditor'], 'hospital')).toBe(false);
  });
});
