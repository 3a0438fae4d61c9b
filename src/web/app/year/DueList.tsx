import { type Due, duePath, dueState, dueTitles, inDueOrder, isNobodys } from '#core/kernel/due.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { OwnerMark } from '#web/identity/index.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';

/** What is everybody's who has to do with it. */
const everybodys: readonly Due['kind'][] = ['decision', 'review'];

const isOwnerless = (due: Due) => isNobodys(due) && !everybodys.includes(due.kind);

type DueListProps = {
  readonly facilityId: string;
  /** In Japan. */
  readonly today: string;
  readonly dues: readonly Due[];
  readonly more: boolean;
};

/** What has a last day within three months or behind it, earliest first. */
export function DueList({ facilityId, today, dues, more }: DueListProps) {
  const ownerless = dues.filter(isOwnerless);
  return (
    <Card title="期限のあること" aside="3か月先まで">
      {dues.length === 0 && (
        <p className="text-help text-solid-gray-700">
          期限の近いことはありません。取り組みや条項に期限を決めると、ここに出ます。
        </p>
      )}
      {ownerless.length > 0 && (
        <p className="mb-2 text-help">担当がいないことが{ownerless.length}件あります。開いて、担当を決めてください。</p>
      )}
      <ul>
        {inDueOrder(dues).map((due) => (
          <li
            key={`${due.kind} ${due.id}`}
            data-print="whole"
            className="grid gap-x-6 gap-y-1 border-t border-solid-gray-100 py-3 first:border-t-0 sm:grid-cols-[1fr_auto]"
          >
            <div className="min-w-0">
              <p className="measure">
                <Link href={duePath(facilityId, due)}>{due.title}</Link>
              </p>
              <p className="mt-1 flex flex-wrap items-center gap-2 text-help">
                <DueMark dueOn={due.dueOn} today={today} />
                <span>{dueTitles[due.kind]}</span>
                {due.owner ? (
                  <OwnerMark owner={due.owner} isOpen />
                ) : (
                  isOwnerless(due) && <Tag tone="attention">担当がいません</Tag>
                )}
              </p>
            </div>
            <p className="text-help tabular-nums sm:text-right">{japaneseDay(due.dueOn)}まで</p>
          </li>
        ))}
      </ul>
      {more && <p className="mt-3 text-help">ほかにもあります。近い100件だけを出しています。</p>}
    </Card>
  );
}

function DueMark({ dueOn, today }: { readonly dueOn: string; readonly today: string }) {
  const state = dueState(dueOn, today);
  if (state === 'later') return null;
  return <Tag tone="attention">{state === 'late' ? '期限を過ぎています' : '期限が近い'}</Tag>;
}
