import type { Provision, ProvisionEdit } from '#core/compliance/patient/provision.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { refuseAhead } from '../../platform/http/refuse-ahead.ts';
import { holdPatientRecord } from './desk-repository.ts';
import { findProvision, insertProvision, updateProvision } from './provision-repository.ts';

async function provisionAt(context: FacilityContext, id: string): Promise<Provision> {
  const provision = await findProvision(context, id);
  if (!provision) throw notFound();
  return provision;
}

/** Notes what was given to a third party. */
export async function addProvision(context: FacilityContext, edit: ProvisionEdit): Promise<Provision> {
  refuseAhead(context, { providedOn: edit.providedOn });
  const id = await insertProvision(context, edit);
  await recordActivity(context, 'compliance.provision-added', id, { ground: edit.ground });
  return provisionAt(context, id);
}

type Editing = ProvisionEdit & { readonly provisionId: string; readonly revision: number };

/** Puts a note right; refused with what stands where another was first. */
export async function editProvision(
  context: FacilityContext,
  { provisionId, revision, ...edit }: Editing,
): Promise<Provision> {
  await holdPatientRecord(context, provisionId);
  const current = await provisionAt(context, provisionId);
  if (current.revision !== revision) throw refused('compliance/provision-changed', { current });
  refuseAhead(context, { providedOn: edit.providedOn });
  await recordActivity(context, 'compliance.provision-edited', provisionId, { ground: edit.ground });
  await updateProvision(context, provisionId, edit);
  return provisionAt(context, provisionId);
}
