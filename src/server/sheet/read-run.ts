import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import { isBridged } from '#core/catalogue/crossing.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { may } from '#core/identity/role.ts';
import { mayMove } from '#core/sheet/move.ts';
import { mayAnswer, mayReopen, maySubmit, type Run, type RunSummary } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type AnswerWords, answersOf } from './answer-repository.ts';
import { assignmentsOf } from './assignment-repository.ts';
import { readableItems } from './readable.ts';
import { findRun, type RunRow } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

/** The head of a run as lists show it. */
export function summaryOf(
  catalogue: Catalogue,
  run: RunRow,
  count: { readonly answered: number; readonly toConfirm: number },
): RunSummary {
  const sheet = sheetOfRun(catalogue, run);
  return {
    id: run.id,
    sheetId: run.sheetId as SheetId,
    sheetVersion: run.sheetVersion,
    sheetTitle: sheet.title,
    fiscalYear: run.fiscalYear,
    status: run.status,
    answered: count.answered,
    items: itemsOf(sheet).length,
    toConfirm: count.toConfirm,
    begunAt: run.begunAt,
    submittedAt: run.submittedAt,
  };
}

type Assigned = { readonly areaId: string; readonly person: { readonly id: string; readonly name: string } };

function rightsIn(
  { personId, roles }: FacilityContext,
  catalogue: Catalogue,
  run: RunRow,
  assigned: readonly Assigned[],
): Run['may'] {
  const person = { id: personId, roles };
  const open = run.status === 'open';
  const everything = open && mayAnswer(run, person, undefined);
  const areas = assigned.filter(({ person: { id } }) => open && mayAnswer(run, person, id)).map(({ areaId }) => areaId);
  const areaIds = sheetOfRun(catalogue, run).areas.map(({ id }) => id);
  return {
    answer: everything ? 'all' : areaIds.filter((id) => areas.includes(id)),
    assign: open && run.purpose === 'own' && may(roles, 'sheet.assign'),
    submit: open && maySubmit(run, person),
    reopen: !open && mayReopen(run, person),
    move: open && mayMove(run, person),
  };
}

/** The version an open run can go over to; null where it has it already. */
function newerVersionOf(catalogue: Catalogue, { status, sheetId, sheetVersion }: RunRow): string | null {
  const newer = latestSheet(catalogue, sheetId as SheetId);
  if (status !== 'open' || !newer) return null;
  return isBridged(catalogue, newer.id, sheetVersion, newer.version) ? newer.version : null;
}

/** How far a run has come. */
export function countsOf(answers: readonly AnswerWords[]) {
  return {
    answered: answers.filter(({ value }) => value !== null).length,
    toConfirm: answers.filter((answer) => answer.toConfirm).length,
  };
}

/** A run with its answers, who has which area, and what the reader may do in it. */
export async function readRun(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<Run> {
  const { tx, facilityId } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run) throw notFound();
  const answers = await answersOf(tx, facilityId, runId);
  const assigned = await assignmentsOf(tx, facilityId, runId);
  const isReadable = await readableItems(context, catalogue, run);
  return {
    ...summaryOf(catalogue, run, countsOf(answers)),
    answers: answers.filter(({ itemId }) => isReadable(itemId)),
    assignments: assigned,
    withoutVendor: run.withoutVendor,
    newerVersion: newerVersionOf(catalogue, run),
    purpose: run.purpose,
    subjectId: run.subjectId,
    scopeAreas: run.scopeAreas && [...run.scopeAreas],
    scopeItems: run.scopeItems && [...run.scopeItems],
    may: rightsIn(context, catalogue, run, assigned),
  };
}
