import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { mayRead } from '#core/sheet/run.ts';
import { scopeOf, sheetInScope } from '#core/sheet/scope.ts';
import { setAsideItems } from '#core/sheet/set-aside.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { useSession } from '#web/identity/index.ts';
import type { Answering } from './answering.ts';
import { lastYearQuery, type RunPath, type RunView, runQuery } from './queries.ts';
import type { RunSearch } from './run-search.ts';
import type { Drafts } from './saving/draft-store.ts';
import { useAutosave } from './saving/use-autosave.ts';
import { partsOf } from './sheet-part.ts';
import { shownAnswer } from './shown-answer.ts';
import { changedItems, useVersionBefore } from './version-before.ts';

/** Every item with what stands at it, and what this browser has not saved yet. */
function answersShown(sheet: Sheet, { answers }: RunView, drafts: Drafts | undefined) {
  const standing = new Map(answers.map((answer) => [answer.itemId, answer]));
  return new Map(itemsOf(sheet).map(({ id }) => [id, shownAnswer(standing.get(id), drafts?.get(id))]));
}

/** Everything known of a run, with what this browser has not saved yet laid over it. */
export function useAnsweringOf(path: RunPath, search: RunSearch): Answering {
  const run = useSuspenseQuery(runQuery(path)).data;
  const { sheet: whole, targets } = useSuspenseQuery(sheetVersionQuery(run.sheetId, run.sheetVersion)).data;
  const sheet = sheetInScope(whole, scopeOf(run));
  const { person, facilities } = useSession();
  const lastYear = useQuery(lastYearQuery(path)).data ?? null;
  const before = useVersionBefore(path, run);
  const open = run.status === 'open';
  const { autosave, drafts, savings } = useAutosave({ ...path, personId: person.id, scale: sheet.scale }, open);
  const answers = answersShown(sheet, run, open ? drafts : undefined);
  const me = { id: person.id, roles: facilities.find(({ id }) => id === path.facilityId)?.roles ?? [] };
  const holderOf = (area: string) => run.assignments.find(({ areaId }) => areaId === area)?.person.id;
  return {
    path,
    run,
    sheet,
    targets,
    search,
    parts: partsOf(sheet, ({ id }) => mayRead(me, holderOf(id))),
    person: me,
    autosave,
    savings,
    standings: {
      sheet,
      answers,
      assignments: run.assignments,
      personId: person.id,
      setAside: setAsideItems(sheet, (id) => answers.get(id)?.value ?? null, run),
      changed: changedItems(before),
    },
    lastYear,
    before,
  };
}
