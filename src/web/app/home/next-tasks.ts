import { dueTasks } from './due-tasks.ts';
import {
  aloneTasks,
  assignTasks,
  bedTasks,
  checklistTasks,
  decisionTasks,
  executivesTasks,
  guessTasks,
  resultTasks,
} from './facility-tasks.ts';
import type { Facts } from './facts.ts';
import { confirmTasks, executiveTasks, mainTasks, myAreaTasks, networkTasks } from './run-tasks.ts';
import type { Task } from './task.ts';

const inOrder: readonly ((facts: Facts) => readonly Task[])[] = [
  decisionTasks,
  myAreaTasks,
  dueTasks,
  confirmTasks,
  guessTasks,
  mainTasks,
  assignTasks,
  networkTasks,
  executiveTasks,
  resultTasks,
  checklistTasks,
  executivesTasks,
  bedTasks,
  aloneTasks,
];

/** What this person can do next, the most useful first. */
export function nextTasks(facts: Facts): readonly Task[] {
  return inOrder.flatMap((make) => make(facts));
}
