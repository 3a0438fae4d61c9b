import { fiscalYearOf, quarterOf } from '#core/kernel/fiscal-year.ts';
import { quarters, quarterTitles } from '#core/plan/schedule.ts';
import { quarterOfDay, type Task, taskStatuses, taskStatusTitles } from '#core/plan/task.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { TaskCard } from './TaskCard.tsx';

export type View = 'list' | 'board' | 'timeline';

type ViewProps = { readonly tasks: readonly Task[]; readonly onEdit: ((task: Task) => void) | undefined };

const editOf = (task: Task, onEdit: ViewProps['onEdit']) => onEdit && (() => onEdit(task));

/** All of them, those due first before. */
export function TaskList({ tasks, onEdit }: ViewProps) {
  return (
    <ul className="flex flex-col gap-3">
      {tasks.map((task) => (
        <TaskCard key={task.id} task={task} onEdit={editOf(task, onEdit)} />
      ))}
    </ul>
  );
}

/** Side by side as they stand. */
export function TaskBoard({ tasks, onEdit }: ViewProps) {
  const columns = taskStatuses.map((status) => ({
    title: taskStatusTitles[status],
    tasks: tasks.filter((task) => task.status === status || (status === 'dropped' && task.status === 'carried')),
  }));
  return <Columns columns={columns} stateShown={false} onEdit={onEdit} />;
}

/** Side by side in their quarters, with the one under way marked. */
export function TaskTimeline({ tasks, onEdit, fiscalYear }: ViewProps & { readonly fiscalYear: number }) {
  const now = new Date();
  const current = fiscalYear === fiscalYearOf(now) ? quarterOf(now) : undefined;
  const columns = quarters.map((quarter) => ({
    title: quarterTitles[quarter - 1] ?? '',
    now: quarter === current,
    tasks: tasks.filter(({ dueOn }) => quarterOfDay(dueOn) === quarter),
  }));
  return <Columns columns={columns} onEdit={onEdit} />;
}

type Column = { readonly title: string; readonly now?: boolean; readonly tasks: readonly Task[] };
type ColumnsProps = Pick<ViewProps, 'onEdit'> & { readonly columns: readonly Column[]; readonly stateShown?: boolean };

function Columns({ columns, stateShown = true, onEdit }: ColumnsProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {columns.map(({ title, now, tasks }) => (
        <section key={title} aria-label={title} className="rounded-12 bg-solid-gray-100 p-3">
          <h2 className="mb-3 flex items-center gap-2 font-700">
            {title}
            {now && <Tag tone="now">今</Tag>}
            <span className="ml-auto text-help font-400 tabular-nums text-solid-gray-800">{tasks.length}件</span>
          </h2>
          <ul className="flex flex-col gap-3">
            {tasks.map((task) => (
              <TaskCard key={task.id} task={task} stateShown={stateShown} onEdit={editOf(task, onEdit)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
