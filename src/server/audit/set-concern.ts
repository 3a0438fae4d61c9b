import type { Concern } from '#core/audit/system.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { lockForTeam } from './begin-audit.ts';
import { saveConcern } from './concern-repository.ts';
import { readCheckSheet } from './read-scope.ts';

/** Says which systems of the scope what is concluded at an item concerns; until the audit is reported. */
export async function setConcern(
  context: FacilityContext,
  catalogue: Catalogue,
  { auditId, ...concern }: Concern & { readonly auditId: string },
): Promise<Concern> {
  const { audit } = await lockForTeam(context, auditId);
  if (audit.reportedAt !== null) throw refused('audit/reported');
  const checked = await readCheckSheet(context, catalogue, audit.runId);
  if (!checked) throw refused('audit/not-begun');
  if (!itemsOf(checked.sheet).some(({ id }) => id === concern.itemId)) throw notFound();
  refuseOutOfScope(audit, concern.systems, 'systems');
  const systems = [...new Set(concern.systems)];
  await recordActivity(context, 'audit.system-marked', auditId, { item: concern.itemId });
  await saveConcern(context, auditId, { itemId: concern.itemId, systems });
  return { itemId: concern.itemId, systems };
}

/** Refuses what concerns a system that is not in the scope of the audit. */
export function refuseOutOfScope(
  audit: { readonly systems: readonly string[] },
  systems: readonly string[],
  field: string,
): void {
  if (systems.every((system) => audit.systems.includes(system))) return;
  const message = 'この監査の対象に無いシステムです。画面を開き直して、選び直してください。';
  throw refused('input-not-valid', { faults: [{ field, code: 'out-of-scope', message }] });
}
