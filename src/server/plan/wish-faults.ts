import type { Sheet } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';
import { fiscalYearOf, quarterOf } from '#core/kernel/fiscal-year.ts';
import { rolesOf } from '#core/plan/problem.ts';
import type { Quarter } from '#core/plan/schedule.ts';
import type { PlanWishInput } from '#core/plan/wish.ts';
import { measuresOf, unknownMeasures } from './sheet-measures.ts';

/** The first quarter of a fiscal year in which something can still be done. */
export const firstQuarter = (fiscalYear: number, now: Date): Quarter =>
  fiscalYear > fiscalYearOf(now) ? 1 : quarterOf(now);

/** Everything wrong with what is asked of a plan for a sheet. */
export function wishFaults(sheet: Sheet, wish: PlanWishInput, now: Date): readonly Fault[] {
  return [
    ...unknownMeasures(sheet, wish.excluded, 'excluded'),
    ...unknownMeasures(sheet, wish.begun, 'begun'),
    ...both(wish),
    ...unknownRoles(sheet, wish),
    ...yearFaults(wish, now),
  ];
}

function both({ excluded, begun }: PlanWishInput): readonly Fault[] {
  return begun
    .filter((id) => excluded.includes(id))
    .map((id) => ({
      field: 'begun',
      code: 'measure-both',
      message: `「${id}」を、始めた対策とできない対策の両方に選んでいます。どちらかを外してください。`,
    }));
}

function unknownRoles(sheet: Sheet, { roles }: PlanWishInput): readonly Fault[] {
  const known = new Set(measuresOf(sheet).flatMap(rolesOf));
  const names = roles.map(({ role }) => role);
  const wrong = names.filter((role, at) => !known.has(role) || names.indexOf(role) < at);
  return wrong.map((role) => ({
    field: 'roles',
    code: 'role-unknown',
    message: `担当「${role}」は、${sheet.title}の対策の担当にないか、2度入っています。`,
  }));
}

/** Plans are for this fiscal year or the next. */
export function yearFaults({ fiscalYear }: Pick<PlanWishInput, 'fiscalYear'>, now: Date): readonly Fault[] {
  const current = fiscalYearOf(now);
  if (fiscalYear === current || fiscalYear === current + 1) return [];
  return [{ field: 'fiscalYear', code: 'year-not-planned', message: '計画を立てられるのは、今年度か来年度です。' }];
}
