import type { AuditView } from '#core/audit/audit.ts';
import { areasInScope } from '#core/audit/audit-scope.ts';
import type { AuditedClause } from '#core/audit/audited-clause.ts';
import { clausesOn } from '#core/audit/clauses-on-sheet.ts';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { lackingConclusion } from '#core/sheet/conclusion.ts';
import { findRecords, findSteps } from '../compliance/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { type AnswerWords, answerWordsOf, findRun, sheetOfRun } from '../sheet/index.ts';
import type { AuditRow } from './audit-repository.ts';
import { isAsked } from './involvements.ts';

/** The check sheet of an audit with what was answered on it; null before it begins, and to those it is hidden from. */
export type CheckSheet = { readonly sheet: Sheet; readonly answers: ReadonlyMap<string, AnswerWords> };

export async function readCheckSheet(
  { tx, facilityId }: FacilityContext,
  catalogue: Catalogue,
  runId: string | null,
): Promise<CheckSheet | null> {
  const run = runId === null ? undefined : await findRun(tx, facilityId, runId);
  if (!run) return null;
  const answers = await answerWordsOf(tx, facilityId, run.id);
  return { sheet: sheetOfRun(catalogue, run), answers: new Map(answers.map((answer) => [answer.itemId, answer])) };
}

/** How far the check sheet is. */
export function progressOf(checked: CheckSheet | null): AuditView['progress'] {
  if (!checked) return null;
  const items = itemsOf(checked.sheet);
  return { items: items.length, done: items.filter(({ id }) => !lackingConclusion(checked.answers.get(id))).length };
}

/** The clauses in scope: what the register says of each, and what the items of the check sheet that speak of it came to. */
export async function readClausesInScope(
  context: FacilityContext,
  catalogue: Catalogue,
  { row, checked }: { readonly row: AuditRow; readonly checked: CheckSheet | null },
): Promise<AuditedClause[]> {
  if (row.clauses.length === 0) return [];
  const [records, steps] = [await findRecords(context), await findSteps(context)];
  const clauses = clausesOn(catalogue, checked?.sheet ?? latestSheet(catalogue, row.sheetId));
  return clauses
    .filter(({ id }) => row.clauses.includes(id))
    .map(({ id, label, title, items }) => {
      const record = records.get(id);
      const last = steps.get(id)?.[0];
      return {
        id,
        label,
        title,
        register: {
          owner: record?.owner ?? null,
          documents: record?.documents ?? '',
          undone: record?.undone ?? '',
          last: last ? { step: last.step, on: dayInJapan(last.doneAt), by: last.doneBy.name } : null,
        },
        items: items
          .filter((item) => isAsked(row, item))
          .map((item) => {
            return { id: item.id, text: item.text, conclusion: checked?.answers.get(item.id)?.conclusion ?? null };
          }),
      };
    });
}

/** The areas somebody of the team has to audit. */
export const areasOf = (row: AuditRow, choices: Parameters<typeof areasInScope>[1]): AuditView['areas'] => [
  ...areasInScope({ areas: row.areas, clauses: row.clauses }, choices),
];
