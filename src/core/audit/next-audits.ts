import { z } from 'zod';
import { daysOfFiscalYear } from '../kernel/fiscal-year.ts';
import { type AuditKind, auditKindSchema } from './audit-kind.ts';

/** When an audit of a kind is due next: the last day of a fiscal year, in Japan, and the year one was last reported of. */
export const nextAuditSchema = z.object({
  kind: auditKindSchema,
  fiscalYear: z.number().int(),
  dueOn: z.iso.date(),
  last: z.number().int().nullable(),
});
export type NextAudit = z.infer<typeof nextAuditSchema>;

/** An internal audit every fiscal year, an external one at the latest every third. */
const everyYears: Readonly<Record<AuditKind, number>> = { internal: 1, external: 3 };

type Reported = { readonly kind: AuditKind; readonly fiscalYear: number };

/** When each kind of audit is due next. What was never held, or is overdue, is due in the present fiscal year. */
export function nextAudits(reported: readonly Reported[], thisYear: number): readonly NextAudit[] {
  return (['internal', 'external'] as const).map((kind) => {
    const years = reported.filter((one) => one.kind === kind).map((one) => one.fiscalYear);
    const last = years.length > 0 ? Math.max(...years) : null;
    const fiscalYear = last === null ? thisYear : Math.max(thisYear, last + everyYears[kind]);
    return { kind, fiscalYear, dueOn: daysOfFiscalYear(fiscalYear).last, last };
  });
}
