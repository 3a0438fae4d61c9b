import { yearStepTitles } from '#core/app/year/year-step.ts';
import type { ShownStep } from '../year/queries.ts';
import type { Step } from './assessment-steps.ts';

const monthDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** A step of the year in few words: what was reached, else the day it is to be reached by. */
export function shortStep({ id, state, words, dueOn, suggested }: ShownStep): Step {
  const title = yearStepTitles[id];
  if (state === 'done' || state === 'now') return { title, state, words };
  const day = `${monthDay(dueOn)}の${suggested ? '目安' : '期限'}`;
  if (state === 'late') return { title, state: 'attention', words: `${day}を過ぎています` };
  return { title, state: state === 'soon' ? 'attention' : 'later', words: `${monthDay(dueOn)}まで` };
}
