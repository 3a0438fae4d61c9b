import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReportInput } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import { sheetQuery } from '#web/catalogue/index.ts';
import { measuresOf } from './measures-of.ts';
import { answersOf, type SelfCheck } from './self-check.ts';

/** The network level of the check; its steps are measures of the hospital's sheet. */
export function useNetworkResult(check: SelfCheck): NonNullable<ReportInput['network']> {
  const { sheet } = useSuspenseQuery(sheetQuery('network-level')).data;
  const hospital = useSuspenseQuery(sheetQuery('hospital')).data.sheet;
  const answers = answersOf(check, { id: 'network-level', version: sheet.version });
  return { sheet, answers, result: assess(sheet, answers, { measureOf: measuresOf([sheet, hospital]) }) };
}
