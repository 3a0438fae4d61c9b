import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { mayRead } from '#core/sheet/run.ts';
import { sheetInScope } from '#core/sheet/scope.ts';
import { setAsideItems } from '#core/sheet/set-aside.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { useSession } from '#web/identity/index.ts';
import type { Answering } from './answering.ts';
import { lastYearQuery, type RunPath, runQuery } from './queries.ts';
import type { RunSearch } from './run-search.ts';
import { useAutosave } from './saving/use-autosave.ts';
import { partsOf } from './sheet-part.ts';
import { shownAnswer } from './shown-answer.ts';

/** Everything known of a run, with what this browser has not saved yet laid over it. */
export function useAnsweringOf(path: RunPath, search: RunSearch): Answering {
  const run = useSuspenseQuery(runQuery(path)).data;
  const { sheet: whole, targets } = useSuspenseQuery(sheetVersionQuery(run.sheetId, run.sheetVersion)).data;
  const sheet = sheetInScope(whole, run.scopeAreas);
  const { person, facilities } = useSession();
  const lastYear = useQuery(lastYearQuery(path)).data ?? null;
  const open = run.status === 'open';
  const of = { ...path, personId: person.id, scale: sheet.scale };
  const { autosave, drafts, savings } = useAutosave(of, open);
  const standing = new Map(run.answers.map((answer) => [answer.itemId, answer]));
  const answers = new Map(
    itemsOf(sheet).map(({ id }) => [id, shownAnswer(standing.get(id), open ? drafts.get(id) : undefined)]),
  );
  const setAside = setAsideItems(sheet, (id) => answers.get(id)?.value ?? null, run);
  const roles = facilities.find(({ id }) => id === path.facilityId)?.roles ?? [];
  const holderOf = (area: string) => run.assignments.find(({ areaId }) => areaId === area)?.person.id;
  return {
    path,
    run,
    sheet,
    targets,
    parts: partsOf(sheet, ({ id }) => mayRead({ id: person.id, roles }, holderOf(id))),
    person: { id: person.id, roles },
    autosave,
    savings,
    standings: { scale: sheet.scale, answers, assignments: run.assignments, personId: person.id, setAside },
    lastYear,
    search,
  };
}
