import type { Item, Scale } from '#core/catalogue/sheet.ts';
import type { SetAside } from '#core/sheet/set-aside.ts';
import type { RunView } from './queries.ts';
import type { RunSearch, Show } from './run-search.ts';
import type { SheetPart } from './sheet-part.ts';
import { isAnswered, type ShownAnswer } from './shown-answer.ts';

/** Everything that decides whether an item is shown. */
export type Standings = {
  readonly scale: Scale;
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
function isDone({ id }: Item, { scale, answers, setAside }: Standings): boolean {
  return setAside?.has(id) === true || isAnswered(scale, answers.get(id));
}

/** How far some items have come; every item stands in one of the four numbers, or is not answered yet. */
export type Progress = {
  /** What has to be answered at all. */
  readonly needed: number;
  readonly answered: number;
  /** Carried over and not looked at yet: nobody has answered these. */
  readonly toConfirm: number;
  readonly aside: number;
};

export function progressOf(items: readonly Item[], { scale, answers, setAside }: Standings): Progress {
  const needed = items.filter(({ id }) => setAside?.has(id) !== true).map(({ id }) => answers.get(id));
  const answered = needed.filter((answer) => answer?.toConfirm !== true && isAnswered(scale, answer));
  return {
    needed: needed.length,
    answered: answered.length,
    toConfirm: needed.filter((answer) => answer?.toConfirm === true).length,
    aside: items.length - needed.length,
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
