import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { isLate, isOpen, type Task, type TaskStatus, taskStatusTitles } from '#core/plan/task.ts';
import { monthsOf, shareOfYear, spanOf } from '#core/plan/timeline.ts';
import { OwnerMark } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { taskTones } from './task-tones.ts';

type TimelineRowProps = {
  readonly facilityId: string;
  readonly task: Task;
  /** Undefined for whoever may only read. */
  readonly onEdit: (() => void) | undefined;
};

const percent = (share: number) => `${share * 100}%`;

/** One task in words, and under them its bar, which says nothing the words do not. */
export function TimelineRow({ facilityId, task, onEdit }: TimelineRowProps) {
  const { id, title, owner, status, dueOn, addedOn } = task;
  const today = dayInJapan(new Date());
  const late = isLate(task, today);
  return (
    <li data-print="whole" className="border-t border-solid-gray-100 py-2 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 font-700">
          <Link href={`/facilities/${facilityId}/tasks/${id}`}>{title}</Link>
        </p>
        <p className="order-last flex basis-full flex-wrap items-center gap-2 text-help wide:order-none wide:basis-auto">
          <Tag tone={taskTones[status]}>{taskStatusTitles[status]}</Tag>
          {late && <Tag tone="attention">期限を過ぎています</Tag>}
          <span className="sr-only">{japaneseDay(addedOn)}から</span>
          <span className="whitespace-nowrap">{japaneseDay(dueOn)}まで</span>
          {owner ? <OwnerMark owner={owner} isOpen={isOpen(task)} /> : <Tag>担当がいません</Tag>}
        </p>
        {onEdit && (
          <Button size="small" look="quiet" flush="end" onPress={onEdit} label={`「${title}」の取り組みを直す`}>
            直す
          </Button>
        )}
      </div>
      <Bar task={task} today={today} />
    </li>
  );
}

const colours: Readonly<Record<TaskStatus, string>> = {
  todo: 'border-2 border-blue-900 bg-white',
  doing: 'bg-blue-900',
  done: 'bg-solid-gray-600',
  dropped: 'border-2 border-dashed border-solid-gray-600',
  carried: 'border-2 border-dashed border-solid-gray-600',
};

function Bar({ task, today }: { readonly task: Task; readonly today: string }) {
  const { status, fiscalYear } = task;
  const { from, to } = spanOf(task);
  const now = shareOfYear(today, fiscalYear);
  return (
    <div aria-hidden="true" className="relative mt-1 h-4 rounded-4 bg-solid-gray-50 [print-color-adjust:exact]">
      {monthsOf(fiscalYear).map(({ month, from: begins }) => (
        <span
          key={month}
          className="absolute inset-y-0 border-l border-solid-gray-200"
          style={{ left: percent(begins) }}
        />
      ))}
      <span
        className={`absolute inset-y-0.5 min-w-1 rounded-4 ${colours[status]}`}
        style={{ left: percent(from), width: percent(to - from) }}
      />
      {now > 0 && now < 1 && (
        <span className="absolute -inset-y-1 border-l-2 border-orange-800" style={{ left: percent(now) }} />
      )}
    </div>
  );
}
