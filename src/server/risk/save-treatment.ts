import { type Catalogue, findMeasure, latestRiskGuide } from '#core/catalogue/catalogue.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { Risk } from '#core/risk/risk.ts';
import { standingOf } from '#core/risk/risk-standing.ts';
import { stageOf } from '#core/risk/risk-state.ts';
import { mostTreatments, type TreatmentEdit } from '#core/risk/treatment.ts';
import { treatmentFaults } from '#core/risk/treatment-faults.ts';
import { findTask } from '../plan/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { type Held, holdRisk, readRisk, refuseStranger, standing } from './hold-risk.ts';
import { keepAcceptance } from './keep-acceptance.ts';
import { saveStage } from './risk-repository.ts';
import { remindOfTreatment } from './treatment-dues.ts';
import { deleteTreatment, insertTreatment, updateTreatment } from './treatment-repository.ts';

async function refuseFaults(context: FacilityContext, catalogue: Catalogue, edit: TreatmentEdit): Promise<void> {
  const { measureId, lineId, taskId } = edit;
  const named = {
    measure: measureId === null || findMeasure(catalogue, measureId) !== undefined,
    line: lineId === null || latestRiskGuide(catalogue)?.lines.some(({ id }) => id === lineId) === true,
    task: taskId === null || (await findTask(context, taskId)) !== undefined,
  };
  const faults = treatmentFaults(edit, named, dayInJapan(context.now));
  if (faults.length > 0) throw refused('input-not-valid', { faults });
}

/** The risk as it stands now: its stage follows from its treatments, and an acceptance stands on those there were. */
async function settled(context: FacilityContext, riskId: string): Promise<Risk> {
  await saveStage(context, riskId, stageOf(standingOf(await readRisk(context, riskId))));
  return keepAcceptance(context, riskId);
}

/** Adds something that is done about a risk. */
export async function addTreatment(
  context: FacilityContext,
  catalogue: Catalogue,
  { riskId, revision, ...edit }: TreatmentEdit & Held,
): Promise<Risk> {
  const current = await holdRisk(context, { riskId, revision });
  await refuseFaults(context, catalogue, edit);
  if (current.treatments.length >= mostTreatments) throw refused('risk/treatments-full');
  await refuseStranger(context, edit.ownerId, undefined);
  await recordActivity(context, 'risk.treated', riskId, { option: edit.option, owner: edit.ownerId });
  await remindOfTreatment(context, await insertTreatment(context, riskId, edit), edit);
  return settled(context, riskId);
}

/** Changes something that is done about a risk. */
export async function editTreatment(
  context: FacilityContext,
  catalogue: Catalogue,
  { riskId, treatmentId, revision, ...edit }: TreatmentEdit & Held & { readonly treatmentId: string },
): Promise<Risk> {
  const current = await holdRisk(context, { riskId, revision });
  const before = current.treatments.find(({ id }) => id === treatmentId);
  if (!before) throw notFound();
  await refuseFaults(context, catalogue, edit);
  await refuseStranger(context, edit.ownerId, before.owner?.id);
  await recordActivity(context, 'risk.treated', riskId, {
    treatment: treatmentId,
    option: edit.option,
    owner: edit.ownerId,
    done: edit.doneOn,
    former: before.owner?.id ?? null,
  });
  await updateTreatment(context, treatmentId, edit);
  await remindOfTreatment(context, treatmentId, edit);
  return settled(context, riskId);
}

/** Takes away something that is not to be done about a risk; gone already it is as it should be. */
export async function removeTreatment(
  context: FacilityContext,
  { riskId, treatmentId }: { readonly riskId: string; readonly treatmentId: string },
): Promise<Risk> {
  const current = await standing(context, riskId);
  const removed = current.treatments.find(({ id }) => id === treatmentId);
  if (!removed) return current;
  const former = removed.owner?.id ?? null;
  await recordActivity(context, 'risk.treatment-removed', riskId, { treatment: treatmentId, former });
  await deleteTreatment(context, treatmentId);
  return settled(context, riskId);
}
