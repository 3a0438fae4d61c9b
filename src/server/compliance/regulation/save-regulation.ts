import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { findLine } from '#core/compliance/clause/clause-line.ts';
import { mostRegulations, type Regulation, type RegulationEdit } from '#core/compliance/regulation/regulation.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import {
  countRegulations,
  findRegulation,
  holdRegulation,
  insertRegulation,
  updateRegulation,
} from './regulation-repository.ts';
import { remindOfReview } from './review-dues.ts';

/** One document as it stands. */
export async function readRegulation(context: FacilityContext, id: string): Promise<Regulation> {
  const regulation = await findRegulation(context, id);
  if (!regulation) throw notFound();
  return regulation;
}

/** The document, held until the transaction ends; refused with what stands where another was first. */
export async function heldRegulation(context: FacilityContext, id: string, revision: number): Promise<Regulation> {
  await holdRegulation(context, id);
  const current = await readRegulation(context, id);
  if (current.revision !== revision) throw refused('compliance/regulation-changed', { current });
  return current;
}

function refuseUnknownClauses(catalogue: Catalogue, clauseIds: readonly string[]): void {
  if (clauseIds.some((id) => !findLine(catalogue, id))) throw notFound();
}

/** Adds a document to the register, without a version yet. */
export async function addRegulation(
  context: FacilityContext,
  catalogue: Catalogue,
  edit: Omit<RegulationEdit, 'withdrawn'>,
): Promise<Regulation> {
  refuseUnknownClauses(catalogue, edit.clauseIds);
  await holdRegulation(context);
  if ((await countRegulations(context)) >= mostRegulations) throw refused('compliance/too-many-regulations');
  const id = await insertRegulation(context, { ...edit, withdrawn: false });
  await recordActivity(context, 'compliance.regulation-added', id, { kind: edit.kind });
  await remindOfReview(context, id, edit.reviewOn);
  return readRegulation(context, id);
}

type Editing = RegulationEdit & { readonly regulationId: string; readonly revision: number };

/** Changes what a document is, or takes it out of force. */
export async function editRegulation(
  context: FacilityContext,
  catalogue: Catalogue,
  { regulationId, revision, ...edit }: Editing,
): Promise<Regulation> {
  refuseUnknownClauses(catalogue, edit.clauseIds);
  await heldRegulation(context, regulationId, revision);
  const { kind, reviewOn, withdrawn } = edit;
  await recordActivity(context, 'compliance.regulation-edited', regulationId, { kind, reviewOn, withdrawn });
  await updateRegulation(context, regulationId, edit);
  if (!withdrawn) await remindOfReview(context, regulationId, reviewOn);
  return readRegulation(context, regulationId);
}
