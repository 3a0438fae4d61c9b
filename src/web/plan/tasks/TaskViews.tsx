import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { type Task, type TaskStatus, taskStatuses, taskStatusTitles } from '#core/plan/task.ts';
import { countOf, type TaskSum } from '#core/plan/task-summary.ts';
import { Button } from '#web/ui/Button.tsx';
import { type AskedTasks, tasksQuery } from '../calls.ts';
import { TaskCard } from './TaskCard.tsx';
import { TaskColumn } from './TaskColumn.tsx';

export type View = 'list' | 'board' | 'timeline';

type ViewProps = {
  readonly facilityId: string;
  readonly asked: AskedTasks;
  /** Of what is asked for. */
  readonly sums: readonly TaskSum[];
  readonly onEdit: ((task: Task) => void) | undefined;
};

const columns = 'grid items-start gap-4 sm:grid-cols-2 xl:flex';

/** All of them, those due first before. */
export function TaskList({ facilityId, asked, sums, onEdit }: ViewProps) {
  const { data, ...list } = useSuspenseInfiniteQuery(tasksQuery(facilityId, asked));
  const tasks = data.pages.flatMap((page) => page.tasks);
  return (
    <>
      <ul className="flex flex-col gap-3">
        {tasks.map((task) => (
          <TaskCard key={task.id} {...{ facilityId, task }} onEdit={onEdit && (() => onEdit(task))} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="self-center">
          <Button
            onPress={() => void list.fetchNextPage()}
            pending={list.isFetchingNextPage ? '読み込んでいます…' : undefined}
          >
            さらに見る（全{countOf(sums)}件のうち{tasks.length}件まで）
          </Button>
        </div>
      )}
    </>
  );
}

const together = (status: TaskStatus): readonly TaskStatus[] =>
  status === 'dropped' ? ['dropped', 'carried'] : [status];

/** Side by side as they stand. */
export function TaskBoard({ asked, sums, ...props }: ViewProps) {
  return (
    <div className={columns}>
      {taskStatuses
        .filter((status) => asked.status === undefined || asked.status === status)
        .map((status) => (
          <TaskColumn
            key={status}
            title={status === 'dropped' ? 'やめた・次の年度へ' : taskStatusTitles[status]}
            all={countOf(sums, ...together(status))}
            asked={{ ...asked, status }}
            stateShown={status === 'dropped'}
            {...props}
          />
        ))}
    </div>
  );
}
