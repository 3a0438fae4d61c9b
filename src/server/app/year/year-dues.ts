import { type YearStepId, yearSteps, yearStepTitles } from '#core/app/year/year-step.ts';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import { type DuePlace, type DueSource, whoPlans } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';
import { factsOf } from './year-facts.ts';

type Dated = { readonly fiscalYear: number; readonly step: YearStepId; readonly dueOn: string };

/** Asks for the reminders of a step of the year somebody has set the day of. */
export const remindOfStep = (place: DuePlace, { fiscalYear, step, dueOn }: Dated): Promise<void> =>
  askToRemind(place, { kind: 'year', id: `${fiscalYear}-${step}`, dueOn });

async function findStep(place: DuePlace, id: string): Promise<Due | undefined> {
  const [year = '', named] = id.split('-');
  const steps = yearSteps(await factsOf(place, Number(year)));
  const step = steps.find((one) => one.id === named && !one.suggested && one.state !== 'done');
  return step && { kind: 'year', id, title: yearStepTitles[step.id], dueOn: step.dueOn, owner: null, page: 'year' };
}

/** Steps of the year with a day somebody has set. The page of the year and the calendar show the steps themselves. */
export const yearDues: DueSource = {
  kind: 'year',
  mayRead: (roles) => may(roles, 'task.read'),
  toldTo: whoPlans,
  list: async () => [],
  find: findStep,
};
