import { Card } from '#web/ui/Card.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { TaskButton } from './TaskButton.tsx';
import type { Task } from './task.ts';

const marks: Readonly<Record<Task['tone'], string>> = {
  attention: 'bg-orange-800',
  now: 'bg-blue-900',
  later: 'bg-solid-gray-420',
};
const spoken: Readonly<Record<Task['tone'], string>> = { attention: '急ぎ', now: '', later: 'あとで' };

type TaskListProps = { readonly tasks: readonly Task[]; readonly facilityId: string; readonly empty: string };

/** What to do next, in order, one button each. */
export function TaskList({ tasks, facilityId, empty }: TaskListProps) {
  return (
    <Card title="次にすること">
      {tasks.length === 0 && <p className="text-help text-solid-gray-700">{empty}</p>}
      <ol>
        {tasks.map((task) => (
          <li
            key={task.key}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-solid-gray-100 py-4 last:pb-0 sm:flex-nowrap"
          >
            <span aria-hidden="true" className={`h-10 w-1.5 shrink-0 rounded-full ${marks[task.tone]}`} />
            <div className="min-w-0 flex-1 max-sm:basis-56">
              <p className="font-700">
                {spoken[task.tone] && <span className="sr-only">{spoken[task.tone]}：</span>}
                {task.title}
              </p>
              <p className="text-help text-solid-gray-700">{unbroken(task.detail)}</p>
            </div>
            <div className="ml-auto shrink-0">
              <TaskButton task={task} facilityId={facilityId} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
