import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { useSession } from '#web/identity/index.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { sheet as calls, openAutosave, type RunPath, runQuery, runsQuery, type TakenView } from '#web/sheet/index.ts';
import type { CheckedSheetId, SelfCheck, SheetAnswers } from '../self-check/self-check.ts';

/** What taking one sheet of a kept file did. */
export type TakenSheet = {
  readonly path: RunPath;
  readonly sheet: Sheet;
  readonly taken: TakenView;
};
type Taking = { readonly sheets: readonly TakenSheet[] } | { readonly faults: readonly string[] };

/** Takes a self-check without an account into this year's runs, beginning those that are not there. */
export function useTakeSelfCheck(facilityId: string) {
  const client = useQueryClient();
  const takeSheet = useTakeSheet(facilityId);
  return useMutation({
    mutationFn: async (file: File): Promise<Taking> => {
      const { takeFile } = await import('../self-check/take-file.ts');
      const read = await takeFile(client, file);
      if (!read.read) return { faults: read.faults };
      const given = givenSheets(read.check);
      if (given.length === 0) return { faults: ['このファイルには、答えた設問がありません。'] };
      try {
        const sheets: TakenSheet[] = [];
        for (const [sheetId, answers] of given) sheets.push(await takeSheet(sheetId, answers));
        return { sheets };
      } catch (error) {
        return { faults: [refusalWords(error)] };
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: runsQuery(facilityId).queryKey }),
  });
}

function useTakeSheet(facilityId: string) {
  const client = useQueryClient();
  const personId = useSession().person.id;
  return async (sheetId: CheckedSheetId, { answers }: SheetAnswers): Promise<TakenSheet> => {
    const run = await calls.begin.call({ facilityId, sheetId });
    const path = { facilityId, runId: run.id };
    const offered = Object.entries(answers).map(([itemId, { value, note = '' }]) => ({ itemId, value, note }));
    const taken = await calls.takeSelfCheck.call({ ...path, answers: offered });
    await client.invalidateQueries({ queryKey: runQuery(path).queryKey });
    const { sheet } = await client.fetchQuery(sheetVersionQuery(run.sheetId, run.sheetVersion));
    const autosave = openAutosave(client, { ...path, personId, scale: sheet.scale });
    for (const { yours, current } of taken.conflicts) autosave.raise(yours, current);
    return { path, sheet, taken };
  };
}

function givenSheets({ sheets }: SelfCheck): readonly (readonly [CheckedSheetId, SheetAnswers])[] {
  const ids: readonly CheckedSheetId[] = ['small-facility', 'network-level'];
  return ids.flatMap((id) => {
    const given = sheets[id];
    return given && Object.keys(given.answers).length > 0 ? [[id, given] as const] : [];
  });
}
