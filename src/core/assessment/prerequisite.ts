import type { Measure } from '../catalogue/sheet.ts';
import { stepOf } from './measure-effect.ts';
import type { Answers } from './scoring.ts';

/** What is known of a facility when its measures are chosen. */
export type MeasureContext = {
  /** Finds measures of any sheet. */
  readonly measureOf: (id: string) => Measure | undefined;
  /** Answers of the latest submitted runs of the other sheets. */
  readonly otherAnswers?: Answers;
};

/** A measure that has to stand first. It only hints where it belongs to a sheet without a submitted run. */
export type Prerequisite = { readonly id: string; readonly title: string; readonly blocks: boolean };

/**
 * A measure is not needed any more when each item it plainly raises stands at 2 (at 1 where it gives only 1) or is not
 * applicable. One that only keeps 2→3 cannot be told from the answers and stays needed.
 */
function isSettled({ raises }: Measure, answers: Answers): boolean {
  const plain = raises.filter(({ onlyFrom }) => onlyFrom === undefined);
  if (plain.length === 0) return false;
  return plain.every(({ item, to }) => {
    if (answers.get(item)?.value === 'not-applicable') return true;
    return (stepOf(answers, item) ?? 0) >= Math.min(to, 2);
  });
}

/** Prerequisites of a measure that the answers do not settle (measure-effects §1). */
export function unmetPrerequisites(
  { requires }: Pick<Measure, 'requires'>,
  ownItems: ReadonlySet<string>,
  answers: Answers,
  { measureOf, otherAnswers = new Map() }: MeasureContext,
): readonly Prerequisite[] {
  return requires.flatMap((id) => {
    const measure = measureOf(id);
    if (!measure) return [{ id, title: '', blocks: false }];
    const isOwn = measure.raises.some(({ item }) => ownItems.has(item));
    const known = isOwn ? answers : otherAnswers;
    if (isSettled(measure, known)) return [];
    const blocks = isOwn || measure.raises.some(({ item }) => otherAnswers.has(item));
    return [{ id, title: measure.title, blocks }];
  });
}
