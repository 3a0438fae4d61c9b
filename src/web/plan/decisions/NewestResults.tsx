import { numbersTitle, numberWords, provenTitle, provenWords } from '#core/plan/decision/newest-numbers.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import type { DecisionList } from '../decision-calls.ts';

type NewestResultsProps = { readonly facilityId: string; readonly newest: DecisionList['newest'] };

/** How the facility stands, in a line a result. */
export function NewestResults({ facilityId, newest }: NewestResultsProps) {
  return (
    <Card>
      {newest.length === 0 && <p>提出した点検の結果は、まだありません。</p>}
      <ul className="flex flex-col gap-2">
        {newest.map((one) => (
          <li key={one.runId} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 tabular-nums">
            <span className="text-help text-solid-gray-700">{numbersTitle(one)}</span>
            {numberWords(one).map((words) => (
              <span key={words} className="font-700">
                {words}
              </span>
            ))}
            <span className="sm:ml-auto print:hidden">
              <Link href={`/facilities/${facilityId}/runs/${one.runId}/result`}>結果を見る</Link>
            </span>
            {provenWords(one).length > 0 && (
              <span className="flex basis-full flex-wrap gap-x-6 gap-y-1">
                <span className="text-help text-solid-gray-700">{provenTitle}</span>
                {provenWords(one).map((words) => (
                  <span key={words} className="font-700">
                    {words}
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
