import { aloneTasks, assignTasks, bedTasks, executivesTasks, guessTasks, resultTasks } from './facility-tasks.ts';
import { type Facts, isStaffOnly } from './facts.ts';
import { confirmTasks, executiveTasks, mainTasks, myAreaTasks, networkTasks } from './run-tasks.ts';
import type { Task } from './task.ts';

const inOrder: readonly ((facts: Facts) => readonly Task[])[] = [
  myAreaTasks,
  confirmTasks,
  guessTasks,
  mainTasks,
  assignTasks,
  networkTasks,
  executiveTasks,
  resultTasks,
  executivesTasks,
  bedTasks,
  aloneTasks,
];

/** What this person can do next, the most useful first. */
export function nextTasks(facts: Facts): readonly Task[] {
  const tasks = inOrder.flatMap((make) => make(facts));
  return isStaffOnly(facts.person.roles) ? tasks.filter(({ key }) => key.startsWith('mine-')) : tasks;
}

/** How many of them wait for this person alone: areas handed over, and an executive's own sheet once begun. */
export function waitingCount(facts: Pick<Facts, 'myAreas'>): number {
  return facts.myAreas.reduce((sum, { titles }) => sum + titles.length, 0);
}
