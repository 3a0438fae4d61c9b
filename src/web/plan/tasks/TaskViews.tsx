import { fiscalYearOf, quarterOf } from '#core/kernel/fiscal-year.ts';
import { quarters, quarterTitles } from '#core/plan/schedule.ts';
import { quarterOfDay, type Task, type TaskStatus, taskStatuses, taskStatusTitles } from '#core/plan/task.ts';
import { countIn, countOf, type TaskSum } from '#core/plan/task-summary.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { TaskCard } from './TaskCard.tsx';

export type View = 'list' | 'board' | 'timeline';

type ViewProps = {
  readonly facilityId: string;
  /** As far as they are loaded. */
  readonly tasks: readonly Task[];
  readonly onEdit: ((task: Task) => void) | undefined;
};
type SummedProps = ViewProps & { readonly sums: readonly TaskSum[] };

const editOf = (task: Task, onEdit: ViewProps['onEdit']) => onEdit && (() => onEdit(task));

/** All of them, those due first before. */
export function TaskList({ facilityId, tasks, onEdit }: ViewProps) {
  return (
    <ul className="flex flex-col gap-3">
      {tasks.map((task) => (
        <TaskCard key={task.id} {...{ facilityId, task }} onEdit={editOf(task, onEdit)} />
      ))}
    </ul>
  );
}

/** Side by side as they stand. */
export function TaskBoard({ sums, tasks, ...props }: SummedProps) {
  const columns = taskStatuses.map((status) => {
    const states: readonly TaskStatus[] = status === 'dropped' ? ['dropped', 'carried'] : [status];
    return {
      title: taskStatusTitles[status],
      all: countOf(sums, ...states),
      tasks: tasks.filter((task) => states.includes(task.status)),
    };
  });
  return <Columns columns={columns} stateShown={false} {...props} />;
}

/** Side by side in their quarters, with the one under way marked. */
export function TaskTimeline({ sums, tasks, fiscalYear, ...props }: SummedProps & { readonly fiscalYear: number }) {
  const now = new Date();
  const current = fiscalYear === fiscalYearOf(now) ? quarterOf(now) : undefined;
  const columns = quarters.map((quarter) => ({
    title: quarterTitles[quarter - 1] ?? '',
    now: quarter === current,
    all: countIn(sums, quarter),
    tasks: tasks.filter(({ dueOn }) => quarterOfDay(dueOn) === quarter),
  }));
  return <Columns columns={columns} {...props} />;
}

type Column = {
  readonly title: string;
  readonly now?: boolean;
  /** How many there are, loaded or not. */
  readonly all: number;
  readonly tasks: readonly Task[];
};
type ColumnsProps = Omit<ViewProps, 'tasks'> & { readonly columns: readonly Column[]; readonly stateShown?: boolean };

function Columns({ facilityId, columns, stateShown = true, onEdit }: ColumnsProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 xl:flex">
      {columns.map(({ title, now, all, tasks }) => (
        <section
          key={title}
          aria-label={title}
          className={`rounded-12 bg-solid-gray-100 p-3 ${all === 0 ? 'xl:w-36' : 'min-w-0 xl:flex-1'}`}
        >
          <h2 className="flex items-center gap-2 font-700">
            {title}
            {now && <Tag tone="now">今</Tag>}
            <span className="ml-auto text-help font-400 tabular-nums text-solid-gray-800">{all}件</span>
          </h2>
          <ul className="flex flex-col gap-3 not-empty:mt-3">
            {tasks.map((task) => (
              <TaskCard key={task.id} {...{ facilityId, task }} stateShown={stateShown} onEdit={editOf(task, onEdit)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
