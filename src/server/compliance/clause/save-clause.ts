import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type ClauseStep, maySetStep, nextStep } from '#core/compliance/clause/clause-cycle.ts';
import type { ClauseEdit, ClauseView } from '#core/compliance/clause/clause-record.ts';
import { clauseSource, isOvertaken } from '#core/compliance/clause/clause-request.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { holdMembership } from '../../identity/index.ts';
import { takeBack } from '../../plan/index.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { remindOfClause } from './clause-dues.ts';
import { holdClause, insertStep, saveRecord } from './clause-repository.ts';
import { clauseOf, readClause } from './read-clauses.ts';

async function refuseStranger({ tx, facilityId }: FacilityContext, ownerId: string | null): Promise<void> {
  const holds = ownerId === null || (await holdMembership(tx, facilityId, ownerId)) !== undefined;
  if (!holds) throw refused('compliance/owner-not-member');
}

type Editing = ClauseEdit & { readonly clauseId: string; readonly revision: number };

/**
 * Writes who sees to a clause, by when, its documents, and why it is not kept; refused with what stands where another was first.
 * Another reason takes back what the executives were asked of the former one.
 */
export async function editClause(
  context: FacilityContext,
  catalogue: Catalogue,
  { clauseId, revision, ...edit }: Editing,
): Promise<ClauseView> {
  const line = clauseOf(catalogue, clauseId);
  await holdClause(context, clauseId);
  const current = await readClause(context, catalogue, line);
  if (current.revision !== revision) throw refused('compliance/clause-changed', { current });
  const former = current.owner?.id ?? null;
  if (edit.ownerId !== former) await refuseStranger(context, edit.ownerId);
  const detail = { owner: edit.ownerId, former, dueOn: edit.dueOn, undone: edit.undone.trim() !== '' };
  await recordActivity(context, 'compliance.clause-edited', clauseId, detail);
  await saveRecord(context, clauseId, edit);
  if (isOvertaken(current, edit.undone)) await takeBack(context, clauseSource(clauseId));
  await remindOfClause(context, clauseId, edit.dueOn);
  return readClause(context, catalogue, line);
}

/** A new round does not begin late by the day of the one before: that day goes; one still ahead holds, and is reminded of. */
async function beginAnew(context: FacilityContext, clauseId: string, { owner, dueOn, documents, undone }: ClauseView) {
  const edit = { ownerId: owner?.id ?? null, documents, undone };
  if (dueOn === null) return;
  if (dueOn < dayInJapan(context.now)) await saveRecord(context, clauseId, { ...edit, dueOn: null });
  else await remindOfClause(context, clauseId, dueOn);
}

type Stepping = { readonly clauseId: string; readonly step: ClauseStep; readonly note: string; readonly after: number };

/** Does the next step of a clause; refused with what stands where somebody did it before. */
export async function setStep(
  context: FacilityContext,
  catalogue: Catalogue,
  { clauseId, step, note, after }: Stepping,
): Promise<ClauseView> {
  const line = clauseOf(catalogue, clauseId);
  if (!maySetStep(context.roles, step, line)) throw refused('not-allowed');
  await holdClause(context, clauseId);
  const current = await readClause(context, catalogue, line);
  const isNext = nextStep(current.steps[0]?.step ?? 'not-begun') === step && current.steps.length === after;
  if (!isNext) throw refused('compliance/clause-changed', { current });
  await recordActivity(context, 'compliance.step-set', clauseId, { step });
  await insertStep(context, { clauseId, place: after + 1, step, note });
  if (step === 'instructed' && after > 0) await beginAnew(context, clauseId, current);
  return readClause(context, catalogue, line);
}
