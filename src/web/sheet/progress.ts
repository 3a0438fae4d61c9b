import type { Item, Sheet } from '#core/catalogue/sheet.ts';
import { lackingDays } from '#core/sheet/checklist.ts';
import type { SetAside } from '#core/sheet/set-aside.ts';
import type { RunView } from './queries.ts';
import type { RunSearch, Show } from './run-search.ts';
import type { SheetPart } from './sheet-part.ts';
import { isAnswered, type ShownAnswer } from './shown-answer.ts';

/** Everything that decides whether an item is shown. */
export type Standings = {
  readonly sheet: Pick<Sheet, 'id' | 'gate' | 'scale'>;
  readonly answers: ReadonlyMap<string, ShownAnswer>;
  readonly assignments: RunView['assignments'];
  readonly personId: string;
  /** Items that need no answer, and why. */
  readonly setAside?: ReadonlyMap<string, SetAside>;
  /** Items that are new or reworded beside the version before. */
  readonly changed?: ReadonlySet<string>;
};

export function isShown(show: Show | undefined, item: Item, part: SheetPart, standings: Standings): boolean {
  const { answers, assignments, personId } = standings;
  const answer = answers.get(item.id);
  if (show === 'unanswered') return !isDone(item, standings);
  if (show === 'changed') return standings.changed?.has(item.id) === true;
  if (show === 'to-confirm') return answer?.toConfirm === true;
  if (show === 'mine') {
    const area = part.areas.find(({ items }) => items.includes(item));
    return assignments.some(({ areaId, person }) => areaId === area?.id && person.id === personId);
  }
  return true;
}

export function shownItems(show: Show | undefined, part: SheetPart, standings: Standings): readonly Item[] {
  return part.items.filter((item) => isShown(show, item, part, standings));
}

/** Whether nothing is left to answer at an item. */
function isDone({ id }: Item, standings: Standings): boolean {
  const { sheet, answers, setAside } = standings;
  return setAside?.has(id) === true || (isAnswered(sheet.scale, answers.get(id)) && !isUndated(id, standings));
}

/** Whether an item of a checklist is answered and still lacks a day, without which nothing is submitted. */
export function isUndated(itemId: string, { sheet, answers }: Pick<Standings, 'sheet' | 'answers'>): boolean {
  const answer = answers.get(itemId);
  return answer !== undefined && lackingDays(sheet, itemId, answer).length > 0;
}

/** How far some items have come; every item stands in one of the four numbers, or is not answered yet. */
export type Progress = {
  /** What has to be answered at all. */
  readonly needed: number;
  readonly answered: number;
  /** Carried over and not looked at yet: nobody has answered these. */
  readonly toConfirm: number;
  readonly aside: number;
  /** Of the answered: what still lacks a day. */
  readonly undated: number;
};

export function progressOf(items: readonly Item[], standings: Standings): Progress {
  const { sheet, answers, setAside } = standings;
  const needed = items.filter(({ id }) => setAside?.has(id) !== true);
  const toConfirm = needed.filter(({ id }) => answers.get(id)?.toConfirm === true);
  const answered = needed.filter((item) => !toConfirm.includes(item) && isAnswered(sheet.scale, answers.get(item.id)));
  return {
    needed: needed.length,
    answered: answered.length,
    toConfirm: toConfirm.length,
    aside: items.length - needed.length,
    undated: answered.filter(({ id }) => isUndated(id, standings)).length,
  };
}

/** The part an address opens: the one it names, else the first in which this person has something to do. */
export function openPart(
  parts: readonly SheetPart[],
  { area, show }: RunSearch,
  standings: Standings,
  mayAnswer: (item: Item) => boolean,
): SheetPart | undefined {
  const own = parts.filter(({ items }) => items.some(mayAnswer));
  const holds = (part: SheetPart) => shownItems(show ?? 'unanswered', part, standings).length > 0;
  return parts.find(({ id }) => id === String(area)) ?? own.find(holds) ?? own[0] ?? parts.find(holds) ?? parts[0];
}
