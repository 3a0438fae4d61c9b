import type { PartDoubt } from '#core/compliance/clause/part-doubt.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import type { ShownClause } from '../calls.ts';
import { ClauseRow } from './ClauseRow.tsx';

type LeftOutProps = {
  readonly facilityId: string;
  readonly clauses: readonly ShownClause[];
  readonly doubt: PartDoubt;
};

/** The lines that are not for the facility, folded away, each reason once above those it leaves out. */
export function LeftOut({ facilityId, clauses, doubt }: LeftOutProps) {
  const byReason = Map.groupBy(clauses, ({ scope }) => scope.reason ?? '');
  return [...byReason].map(([reason, of]) => (
    <section key={reason} className="rounded-12 border border-solid-gray-100 bg-white p-4 sm:p-5">
      <p className="measure">{reason}</p>
      <Disclosure title={`一覧から省いた${of.length}件を見る`} level={2} printedAsSeen>
        <ul>
          {of.map((clause) => (
            <ClauseRow key={clause.id} {...{ facilityId, clause, doubt }} />
          ))}
        </ul>
      </Disclosure>
    </section>
  ));
}
