import { useInfiniteQuery } from '@tanstack/react-query';
import { dayInJapan, fiscalYearOf, quarterOf } from '#core/kernel/fiscal-year.ts';
import { quarters, quarterTitles } from '#core/plan/schedule.ts';
import type { Task } from '#core/plan/task.ts';
import { countIn, type TaskSum } from '#core/plan/task-summary.ts';
import { monthsOf, shareOfYear } from '#core/plan/timeline.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { type AskedTasks, tasksQuery } from '../calls.ts';
import { MoreTasks } from './MoreTasks.tsx';
import { TimelineRow } from './TimelineRow.tsx';

type TimelineProps = {
  readonly facilityId: string;
  readonly fiscalYear: number;
  readonly asked: AskedTasks;
  readonly sums: readonly TaskSum[];
  readonly onEdit: ((task: Task) => void) | undefined;
};

const percent = (share: number) => `${share * 100}%`;

/** The fiscal year from left to right, each task a bar from the day it was added to its last day, under the quarter it is due in. */
export function Timeline({ facilityId, fiscalYear, asked, sums, onEdit }: TimelineProps) {
  const now = new Date();
  const isNow = fiscalYear === fiscalYearOf(now);
  return (
    <div className="flex flex-col gap-5">
      <p className="text-help text-solid-gray-700">
        棒は、取り組みを加えた日から期限までです。{isNow && '縦の線は今日です。'}
      </p>
      {quarters
        .filter((quarter) => countIn(sums, quarter) > 0)
        .map((quarter) => (
          <Quarter
            key={quarter}
            title={quarterTitles[quarter - 1] ?? ''}
            now={isNow && quarter === quarterOf(now)}
            all={countIn(sums, quarter)}
            asked={{ ...asked, quarter }}
            {...{ facilityId, fiscalYear, onEdit }}
          />
        ))}
    </div>
  );
}

type QuarterProps = Omit<TimelineProps, 'sums'> & {
  readonly title: string;
  readonly now: boolean;
  /** How many there are, loaded or not. */
  readonly all: number;
};

function Quarter({ facilityId, fiscalYear, title, now, all, asked, onEdit }: QuarterProps) {
  const list = useInfiniteQuery(tasksQuery(facilityId, asked));
  const tasks = list.data?.pages.flatMap((page) => page.tasks) ?? [];
  return (
    <section aria-label={title} className="rounded-12 border border-solid-gray-100 bg-white p-3 sm:p-4">
      <h2 className="flex items-center gap-2 font-700">
        {title}が期限
        {now && <Tag tone="now">今</Tag>}
        <span className="ml-auto text-help font-400 tabular-nums text-solid-gray-800">
          {all.toLocaleString('ja-JP')}件
        </span>
      </h2>
      <Months fiscalYear={fiscalYear} />
      <ul>
        {tasks.map((task) => (
          <TimelineRow key={task.id} {...{ facilityId, task }} onEdit={onEdit && (() => onEdit(task))} />
        ))}
      </ul>
      <MoreTasks title={title} count={tasks.length} list={list} />
    </section>
  );
}

/** The months above the bars, and where today is. */
function Months({ fiscalYear }: { readonly fiscalYear: number }) {
  const today = shareOfYear(dayInJapan(new Date()), fiscalYear);
  return (
    <div aria-hidden="true" className="relative mt-2 h-6 text-note tabular-nums text-solid-gray-700">
      {monthsOf(fiscalYear).map(({ month, from }) => (
        <span
          key={month}
          className="absolute inset-y-0 border-l border-solid-gray-200 pl-0.5 sm:pl-1"
          style={{ left: percent(from) }}
        >
          {month}
          <span className="hidden sm:inline">月</span>
        </span>
      ))}
      {today > 0 && today < 1 && (
        <span className="absolute inset-y-0 border-l-2 border-orange-800" style={{ left: percent(today) }} />
      )}
    </div>
  );
}
