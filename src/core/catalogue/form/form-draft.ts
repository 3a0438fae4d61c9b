import type { FormLine } from './form-mapping.ts';
import type { DraftItem } from './form-shape.ts';
import { labelOfLine } from './suggestion.ts';

const firstOf = ({ section, ...line }: FormLine, follows: boolean): DraftItem => ({
  ...line,
  section: section.slice(0, 80),
  label: labelOfLine({ section, label: line.label }).slice(0, 20),
  goal: line.goal.slice(0, 60),
  equipment: line.equipment.slice(0, 60),
  needsVendor: null,
  doubtful: false,
  dropped: false,
  change: follows ? null : 'new',
  from: null,
  questions: [],
  clauses: [],
});

/**
 * The lines a mapping reads, as items to be reviewed; what was decided of a row that still says the same is kept, what is read of it
 * is not. Where there is no version to follow (`follows`), every item is new.
 */
export function itemsToReview(
  lines: readonly FormLine[],
  before: readonly { readonly item: DraftItem; readonly line: FormLine }[],
  follows = true,
): readonly DraftItem[] {
  const decided = new Map(before.map(({ item, line }) => [`${line.row} ${line.text}`, item]));
  return lines
    .filter(({ text }) => text !== '')
    .map((line) => {
      const read = firstOf(line, follows);
      const { section, label, goal, equipment } = read;
      const kept = decided.get(`${line.row} ${line.text}`);
      return kept ? { ...kept, section, label, goal, equipment } : read;
    });
}

/** Whether an item of a form is asked where a vendor is under contract alone: as decided, else as the item it follows. */
export const needsVendor = (
  item: Pick<DraftItem, 'needsVendor'>,
  before: { readonly needsVendor?: boolean | undefined } | undefined,
): boolean => item.needsVendor ?? before?.needsVendor ?? false;

/** What stands between a draft and its publication, by item: what nobody has decided, and earlier items that went nowhere. */
export function openDecisions<Earlier extends { readonly id: string }>(
  items: readonly DraftItem[],
  earlier: readonly Earlier[],
) {
  const kept = items.filter(({ dropped }) => !dropped);
  const followed = new Set(kept.map(({ from }) => from));
  const gone = earlier.filter(({ id }) => !followed.has(id));
  return { undecided: kept.filter(({ change }) => change === null).length, kept: kept.length, gone };
}
