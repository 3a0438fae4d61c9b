import type { MeasureContext } from '../assessment/prerequisite.ts';
import type { Sheet } from '../catalogue/sheet.ts';
import { choosable, networkOf, type PlanProblem, type PlanWish, type Run, wishedOf } from './problem.ts';

/**
 * What a run of the network sheet alone is planned from: the measures of another sheet that set its answers (measure-effects §5), and
 * those that may have to stand first, under the areas of that sheet.
 */
export function networkMeasures(network: Sheet, home: Sheet): Sheet {
  const measures = new Map(home.areas.flatMap((area) => area.measures.map((one) => [one.id, one] as const)));
  const wanted = new Set((network.effects ?? []).flatMap(({ measure, requires = [] }) => [measure, ...requires]));
  // What is added while going through is gone through too.
  for (const id of wanted) for (const first of measures.get(id)?.requires ?? []) wanted.add(first);
  const areas = home.areas.map((area) => ({ ...area, measures: area.measures.filter(({ id }) => wanted.has(id)) }));
  return { ...home, title: network.title, areas: areas.filter(({ measures: own }) => own.length > 0) };
}

/**
 * The problem of a network run without scores: the network alone is raised. `home` holds the measures (`networkMeasures`). One that
 * has to stand first is met where what it does for the network is はい, or by what submitted runs of its own sheet answer.
 */
export function networkProblem(network: Run, home: Sheet, wish: PlanWish, context: MeasureContext): PlanProblem {
  const run = { sheet: home, answers: context.otherAnswers ?? new Map() };
  const isYes = (id: string) => network.answers.get(id)?.value === 'yes';
  const sets = new Map((network.sheet.effects ?? []).map((effect) => [effect.measure, effect.sets]));
  const isMet = (id: string) => sets.get(id)?.every(isYes) ?? false;
  const measures = choosable(run, wish, context, isMet);
  return { ...wishedOf(wish), items: [], measures, network: networkOf(network, measures, run, context, isMet) };
}
