import { dayInJapan, japaneseDate } from '#core/kernel/fiscal-year.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { isLate, isOpen, type Task, taskStatusTitles } from '#core/plan/task.ts';
import { OwnerMark } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { taskTones } from './task-tones.ts';

/** 「12月31日（木）」 */
const dayText = (day: string) => japaneseDate(new Date(`${day}T00:00:00+09:00`)).replace(/^.*年/, '');

/** What was spent of what was planned. */
const costText = (spent: number, planned: number) =>
  spent === 0 && planned === 0 ? '費用なし' : `費用：${yenText(spent)} / 予定：${yenText(planned)}`;

type TaskCardProps = {
  readonly facilityId: string;
  readonly task: Task;
  /** Undefined for whoever may only read. */
  readonly onEdit: (() => void) | undefined;
  /** Whether the state stands on the card: not where the cards lie by it. */
  readonly stateShown?: boolean;
};

/** One task: what, who, until when, for how much. */
export function TaskCard({ facilityId, task, onEdit, stateShown = true }: TaskCardProps) {
  const { id, title, owner, status, dueOn, costPlanned, costSpent } = task;
  const late = isLate(task, dayInJapan(new Date()));
  return (
    <li data-print="whole" className="flex flex-col gap-2 rounded-8 border border-solid-gray-100 bg-white p-3">
      <p className="font-700">
        <Link href={`/facilities/${facilityId}/tasks/${id}`}>{title}</Link>
      </p>
      <p className="flex flex-wrap items-center gap-2 text-help">
        {stateShown && <Tag tone={taskTones[status]}>{taskStatusTitles[status]}</Tag>}
        {late && <Tag tone="attention">期限を過ぎています</Tag>}
        <span className="whitespace-nowrap">{dayText(dueOn)}まで</span>
        {owner ? <OwnerMark owner={owner} isOpen={isOpen(task)} /> : <Tag>担当がいません</Tag>}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-help tabular-nums text-solid-gray-700">{costText(costSpent, costPlanned)}</p>
        {onEdit && (
          <span className="-my-1 ml-auto">
            <Button size="small" look="quiet" flush="end" onPress={onEdit} label={`「${title}」の取り組みを直す`}>
              取り組みを直す
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
