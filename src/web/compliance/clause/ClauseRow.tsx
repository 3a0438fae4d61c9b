import { isUnsureAlone, type PartDoubt } from '#core/compliance/clause/part-doubt.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { OwnerMark } from '#web/identity/index.ts';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownClause } from '../calls.ts';
import { isLate, stateOf } from './clause-words.ts';
import { StepTrack } from './StepTrack.tsx';

type ClauseRowProps = {
  readonly facilityId: string;
  readonly clause: ShownClause;
  /** What is said of the whole part at its head. */
  readonly doubt: PartDoubt;
};

/** One clause in the register: what it asks, how far it is, who sees to it by when, what the answers say. */
export function ClauseRow({ facilityId, clause, doubt }: ClauseRowProps) {
  const { id, label, text, owner, dueOn, undone, sign, scope } = clause;
  const state = stateOf(clause);
  return (
    <li
      data-print="whole"
      className="grid gap-x-6 gap-y-1 border-t border-solid-gray-100 py-3 first:border-t-0 sm:grid-cols-[3rem_1fr_auto]"
    >
      <span className="text-help text-solid-gray-700">{label}</span>
      <div className="min-w-0">
        <p className="measure">
          <Link href={`/facilities/${facilityId}/clauses/${id}`}>{text}</Link>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-help empty:hidden">
          {isUnsureAlone(clause, doubt) && <Tag tone="attention">要確認</Tag>}
          {scope.applies === 'partly' && <Tag>一部だけ</Tag>}
          {isLate(clause) && <Tag tone="attention">期限を過ぎています</Tag>}
          {undone !== '' && <Tag tone="attention">できない理由あり</Tag>}
          {sign?.kept === false && <Tag>点検では足りない設問あり</Tag>}
          <OwnerMark owner={owner} isOpen={state !== 'followed-up'} />
          {dueOn !== null && <span className="tabular-nums">{japaneseDay(dueOn)}まで</span>}
        </p>
      </div>
      <StepTrack state={state} />
    </li>
  );
}
