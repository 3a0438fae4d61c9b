import { useQuery } from '@tanstack/react-query';
import { personDaysText } from '#core/assessment/cost.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { recurringQuery } from './calls.ts';

type RecurringNoteProps = {
  readonly facilityId: string;
  readonly fiscalYear: number;
  readonly sheet: Sheet;
  readonly excluded: readonly string[];
};

/** What part of the budget and the days goes to what recurs from former years, before anything is chosen. */
export function RecurringNote({ facilityId, fiscalYear, sheet, excluded }: RecurringNoteProps) {
  const { data = [] } = useQuery(recurringQuery(facilityId, fiscalYear));
  const own = new Set(sheet.areas.flatMap(({ measures }) => measures.map(({ id }) => id)));
  const on = data.filter(({ measureId }) => own.has(measureId) && !excluded.includes(measureId));
  if (on.length === 0) return null;
  const cost = on.reduce((sum, one) => sum + one.cost, 0);
  const personDays = on.reduce((sum, one) => sum + one.personDays, 0);
  return (
    <p className="text-help">
      前の年度までに終えた対策のうち{on.length}件は毎年続け、この予算と手間から先に{yenText(cost)}・
      {personDaysText(personDays)}を使います。続けないものは「できない対策を除く」で選んでください。
    </p>
  );
}
