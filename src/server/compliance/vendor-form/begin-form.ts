import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { sheetInUse } from '../../catalogue/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { beginPlace } from '../../sheet/index.ts';
import { lockSystem, type SystemRow } from './system-repository.ts';

/** This year's form of a system that is in use, begun where there is none; the system is held. */
export async function openForm(
  context: FacilityContext,
  catalogue: Catalogue,
  systemId: string,
): Promise<{ readonly system: SystemRow; readonly runId: string }> {
  const system = await lockSystem(context, systemId);
  const sheet = await sheetInUse(context.tx, catalogue, 'checklist-vendor');
  if (!system || !sheet) throw notFound();
  if (system.endedAt !== null) throw refused('compliance/system-ended');
  const whose = { purpose: 'vendor', executiveId: null, subjectId: systemId } as const;
  const { runId } = await beginPlace(context, sheet, whose);
  return { system, runId };
}

/** Opens this year's form of a system for the staff, who enter what the vendor gave on paper. */
export async function beginForm(
  context: FacilityContext,
  catalogue: Catalogue,
  systemId: string,
): Promise<{ readonly runId: string }> {
  const { runId } = await openForm(context, catalogue, systemId);
  return { runId };
}
