import { useQuery } from '@tanstack/react-query';
import { personDaysText } from '#core/assessment/cost.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { type Acceptance, goalTitles, planStatusTitles } from '#core/plan/wish.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { acceptancesQuery } from '../calls.ts';

type AcceptedPlansProps = { readonly facilityId: string; readonly fiscalYear: number };

/** What the plans were asked of that became tasks of the year, folded away. */
export function AcceptedPlans({ facilityId, fiscalYear }: AcceptedPlansProps) {
  const { data = [] } = useQuery(acceptancesQuery(facilityId, fiscalYear));
  if (data.length === 0) return null;
  return (
    <Disclosure title={`取り組みにした計画の条件（${data.length}回）`} printedAsSeen>
      <ul className="flex flex-col gap-2 pb-3 pl-5 text-help">
        {data.map((one) => (
          <li key={one.id}>{wordsOf(one)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function wordsOf({
  acceptedAt,
  measures,
  budget,
  personDays,
  goal,
  status,
  excluded,
  begun,
  roles,
}: Acceptance): string {
  const apart = [
    roles.length > 0 ? `人日を決めた担当 ${roles.length}` : '',
    begun.length > 0 ? `始めていた対策 ${begun.length}件` : '',
    excluded.length > 0 ? `除いた対策 ${excluded.length}件` : '',
  ].filter(Boolean);
  return [
    `${japaneseDate(new Date(acceptedAt))}：対策${measures}件（${planStatusTitles[status]}計画）`,
    `予算 ${yenText(budget)}・手間 ${personDaysText(personDays)}`,
    `目標「${goalTitles[goal]}」`,
    ...apart,
  ].join('。');
}
