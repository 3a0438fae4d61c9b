import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type SystemEdit, systemsAtMost, type VendorSystem } from '#core/compliance/vendor-form/vendor-system.ts';
import type { Act } from '#core/kernel/act.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { endOpenLinks } from './ask-vendor.ts';
import { withForms } from './read-systems.ts';
import {
  holdRegister,
  insertSystem,
  lockSystem,
  type SystemRow,
  standingBeside,
  updateSystem,
} from './system-repository.ts';

async function viewOf(context: FacilityContext, catalogue: Catalogue, systemId: string): Promise<VendorSystem> {
  const row = await lockSystem(context, systemId);
  const [view] = row ? await withForms(context, catalogue, [row]) : [];
  if (!view) throw notFound();
  return view;
}

/** Refuses a system in use that stands there already, or for which there is no room. */
async function refuseBeside(context: FacilityContext, edit: SystemEdit, except: string | null): Promise<void> {
  const { sameName, others } = await standingBeside(context, edit, except);
  if (sameName) throw refused('compliance/system-listed');
  if (others >= systemsAtMost) throw refused('compliance/too-many-systems');
}

/** Adds a system a vendor runs for the facility. */
export async function addSystem(
  context: FacilityContext,
  catalogue: Catalogue,
  edit: SystemEdit,
): Promise<VendorSystem> {
  await holdRegister(context);
  await refuseBeside(context, edit, null);
  const id = await insertSystem(context, edit);
  await recordActivity(context, 'compliance.system-added', id);
  return viewOf(context, catalogue, id);
}

type Editing = SystemEdit & { readonly systemId: string; readonly ended: boolean; readonly revision: number };

function actOf(before: SystemRow, ended: boolean): Act {
  if ((before.endedAt !== null) === ended) return 'compliance.system-edited';
  return ended ? 'compliance.system-ended' : 'compliance.system-resumed';
}

/** Whether a link that was handed out would go on leading somebody else to the form, or to another form than it was handed out for. */
const isForAnother = (before: SystemRow, edit: SystemEdit): boolean =>
  (['vendor', 'system', 'contact', 'email'] as const).some((field) => before[field] !== edit[field].trim());

/**
 * Corrects a system, ends it or takes it up again; refused with what stands where another was first. Its forms stay; a link to them
 * ends where it is for somebody else now.
 */
export async function editSystem(
  context: FacilityContext,
  catalogue: Catalogue,
  { systemId, ended, revision, ...edit }: Editing,
): Promise<VendorSystem> {
  await holdRegister(context);
  const before = await lockSystem(context, systemId);
  if (!before) throw notFound();
  if (before.revision !== revision) {
    throw refused('compliance/system-changed', { current: await viewOf(context, catalogue, systemId) });
  }
  if (!ended) await refuseBeside(context, edit, systemId);
  await recordActivity(context, actOf(before, ended), systemId);
  const endedAt = ended ? (before.endedAt ?? context.now) : null;
  if (ended || isForAnother(before, edit)) await endOpenLinks(context, systemId);
  await updateSystem(context, systemId, { ...edit, endedAt });
  return viewOf(context, catalogue, systemId);
}
