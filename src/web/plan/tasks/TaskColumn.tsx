import { useInfiniteQuery } from '@tanstack/react-query';
import type { Task } from '#core/plan/task.ts';
import { type AskedTasks, tasksQuery } from '../calls.ts';
import { MoreTasks } from './MoreTasks.tsx';
import { TaskCard } from './TaskCard.tsx';

type ColumnProps = {
  readonly facilityId: string;
  readonly title: string;
  /** How many there are, loaded or not. */
  readonly all: number;
  /** What lies in it. */
  readonly asked: AskedTasks;
  readonly stateShown?: boolean;
  readonly onEdit: ((task: Task) => void) | undefined;
};

/** One column of tasks, which fills by itself, those due first before. */
export function TaskColumn({ facilityId, title, all, asked, stateShown = true, onEdit }: ColumnProps) {
  const list = useInfiniteQuery({ ...tasksQuery(facilityId, asked), enabled: all > 0 });
  const tasks = all > 0 ? (list.data?.pages.flatMap((page) => page.tasks) ?? []) : [];
  return (
    <section
      aria-label={title}
      className={`rounded-12 bg-solid-gray-100 p-3 ${all === 0 ? 'xl:w-36' : 'min-w-0 xl:flex-1'}`}
    >
      <h2 className="flex items-center gap-2 font-700">
        {title}
        <span className="ml-auto text-help font-400 tabular-nums text-solid-gray-800">
          {all.toLocaleString('ja-JP')}件
        </span>
      </h2>
      <ul className="flex flex-col gap-3 not-empty:mt-3">
        {tasks.map((task) => (
          <TaskCard
            key={task.id}
            {...{ facilityId, task }}
            stateShown={stateShown}
            onEdit={onEdit && (() => onEdit(task))}
          />
        ))}
      </ul>
      <MoreTasks title={title} count={tasks.length} list={list} />
    </section>
  );
}
