import { useQuery } from '@tanstack/react-query';
import type { SheetChanges } from '#core/catalogue/contract.ts';
import { sheetChangesQuery } from '#web/catalogue/index.ts';
import { type AnswerView, earlierQuery, type RunPath, type RunView } from './queries.ts';

/** The version a run is read beside: what of it changed, and what was answered to what is asked in other words now. */
export type VersionBefore = {
  readonly version: string;
  readonly fiscalYear: number;
  readonly changes: ReadonlyMap<string, SheetChanges['items'][number]>;
  readonly answers: ReadonlyMap<string, AnswerView>;
};

/** Items that are new or say something else than in the version before. */
export function changedItems(before: VersionBefore | null): ReadonlySet<string> {
  const all = [...(before?.changes ?? [])];
  return new Set(all.flatMap(([id, { change }]) => (change === 'unchanged' ? [] : [id])));
}

/** The version the run is read beside, once it is known; null where it is the same. */
export function useVersionBefore(path: RunPath, { sheetId, sheetVersion }: RunView): VersionBefore | null {
  const earlier = useQuery(earlierQuery(path, sheetVersion)).data;
  const query = sheetChangesQuery(sheetId, sheetVersion, earlier?.version ?? sheetVersion);
  const changes = useQuery({ ...query, enabled: Boolean(earlier) }).data;
  if (!earlier || !changes) return null;
  return {
    version: earlier.version,
    fiscalYear: earlier.fiscalYear,
    changes: new Map(changes.items.map((item) => [item.id, item])),
    answers: new Map(earlier.answers.map(({ itemId, answer }) => [itemId, answer])),
  };
}
