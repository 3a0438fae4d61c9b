import { may, type Role } from '#core/identity/role.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import type { RunSummaryView } from '#web/sheet/index.ts';

/** A sheet this fiscal year, with its run where one was begun. */
export type YearSheet = {
  readonly sheetId: SelfAssessmentSheet;
  /** Whether it is the one that fits the facility. */
  readonly main: boolean;
  readonly run: RunSummaryView | undefined;
};

type MainSheet = Extract<SelfAssessmentSheet, 'hospital' | 'small-facility'>;

/** This year's sheets in the order to answer them; the other main sheet only where it was begun all the same. */
export function yearSheets(runs: readonly RunSummaryView[], fiscalYear: number, main: MainSheet): readonly YearSheet[] {
  const runOf = (sheetId: string) => runs.find((run) => run.fiscalYear === fiscalYear && run.sheetId === sheetId);
  const other = main === 'hospital' ? 'small-facility' : 'hospital';
  const all = [main, other, 'network-level', 'executive'] as const;
  return all
    .map((sheetId) => ({ sheetId, main: sheetId === main, run: runOf(sheetId) }))
    .filter(({ sheetId, run }) => sheetId !== other || run !== undefined);
}

/** Whether a person answers a sheet: executives their own, everyone else the facility's. */
export function answersSheet(roles: readonly Role[], sheetId: SelfAssessmentSheet): boolean {
  if (sheetId === 'executive') return roles.includes('executive');
  return may(
    roles.filter((role) => role !== 'executive' && role !== 'auditor'),
    'sheet.answer',
  );
}

/** The sheet this person most likely opens next: the first not submitted of those the person answers, else the main one. */
export function nextSheet(sheets: readonly YearSheet[], roles: readonly Role[]): YearSheet | undefined {
  const own = sheets.filter(({ sheetId }) => answersSheet(roles, sheetId));
  return own.find(({ run }) => run?.status !== 'submitted') ?? sheets.find(({ main }) => main);
}
