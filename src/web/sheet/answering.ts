import { createContext, useContext } from 'react';
import type { Area, Item, Sheet } from '#core/catalogue/sheet.ts';
import type { Role } from '#core/identity/role.ts';
import type { Targets } from './card/Proofs.tsx';
import type { Standings } from './progress.ts';
import type { LastYear, RunPath, RunView } from './queries.ts';
import type { RunSearch } from './run-search.ts';
import type { Autosave, Savings } from './saving/autosave.ts';
import type { SheetPart } from './sheet-part.ts';
import type { VersionBefore } from './version-before.ts';

/** A run while it is answered: everything its page and whatever is put into it work with. */
export type Answering = {
  readonly path: RunPath;
  readonly run: RunView;
  readonly sheet: Sheet;
  readonly targets: Targets;
  readonly parts: readonly SheetPart[];
  readonly person: { readonly id: string; readonly roles: readonly Role[] };
  readonly autosave: Autosave;
  readonly savings: Savings;
  readonly standings: Standings;
  readonly lastYear: LastYear | null;
  /** What the run was answered with before its version; null where that is the same. */
  readonly before: VersionBefore | null;
  readonly search: RunSearch;
};

export const AnsweringContext = createContext<Answering | undefined>(undefined);

/** The run around this component. */
export function useAnswering(): Answering {
  const answering = useContext(AnsweringContext);
  if (!answering) throw new Error('useAnswering stands outside AnswerSheet');
  return answering;
}

/** Whether this person may answer an item now; the server decides again at every answer. */
export function mayAnswerItem({ run, sheet }: Pick<Answering, 'run' | 'sheet'>, { id }: Item): boolean {
  const { answer } = run.may;
  return answer === 'all' || areasWith(sheet, id).some((area) => answer.includes(area.id));
}

function areasWith(sheet: Sheet, item: string): readonly Area[] {
  return sheet.areas.filter(({ items }) => items.some(({ id }) => id === item));
}
