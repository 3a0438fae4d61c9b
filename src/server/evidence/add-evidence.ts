import { randomUUID } from 'node:crypto';
import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import { isEvidenceKind } from '#core/evidence/kind.ts';
import { hasRoom } from '#core/evidence/quota.ts';
import { mayAddEvidence, takesEvidence } from '#core/evidence/right.ts';
import { undoLimit } from '#core/evidence/undo.ts';
import type { Role } from '#core/identity/role.ts';
import { holdMembership } from '../identity/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { FileRefusal, storeFile } from '../platform/files/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { handedAreas } from './handed-areas.ts';
import { purgeEvidence } from './purge-evidence.ts';
import { insertEvidence, keptAmount, lockKeptAmount } from './repository.ts';

export type AddEvidenceInput = {
  readonly itemId: string;
  readonly name: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** Rejects where whoever sends may not any more. */
  readonly stillAdmitted: () => Promise<unknown>;
};

function asRefused(failure: unknown): never {
  if (failure instanceof FileRefusal) throw refused(`evidence/${failure.reason}`);
  throw failure;
}

type Adding = { readonly catalogue: Catalogue; readonly itemId: string; readonly roles: readonly Role[] };

async function refuseUnlessMayAdd(context: FacilityContext, { catalogue, itemId, roles }: Adding): Promise<void> {
  const handed = await handedAreas(context, catalogue, 'open');
  if (!mayAddEvidence({ id: context.personId, roles }, itemId, handed)) throw refused('not-allowed');
}

/** Sending takes as long as the sender likes: what allowed it is asked again at its end, and holds until all is saved. */
async function admitAgain(context: FacilityContext, adding: Adding, stillAdmitted: () => Promise<unknown>) {
  await stillAdmitted();
  const roles = await holdMembership(context.tx, context.facilityId, context.personId);
  if (!roles) throw notFound();
  await refuseUnlessMayAdd(context, { ...adding, roles });
}

/** Adds a file to an item as it comes in; when it breaks off or is refused, nothing of it stays. */
export async function addEvidence(
  context: FacilityContext,
  catalogue: Catalogue,
  { itemId, name, body, stillAdmitted }: AddEvidenceInput,
): Promise<Evidence> {
  const { personId, personName, roles, now } = context;
  const placed = findItem(catalogue, itemId);
  if (!placed) throw notFound();
  if (!takesEvidence(placed.sheet.id)) throw refused('evidence/private-sheet');
  const adding = { catalogue, itemId, roles };
  await refuseUnlessMayAdd(context, adding);
  if (!hasRoom(await keptAmount(context, undoLimit(now)), 1)) throw refused('evidence/facility-full');
  const file = await storeFile(context, body, (mediaType) => isEvidenceKind(mediaType, name)).catch(asRefused);
  await admitAgain(context, adding, stillAdmitted);
  const { mediaType, size } = file;
  if (!hasRoom(await lockKeptAmount(context, undoLimit(now)), size)) throw refused('evidence/facility-full');
  const id = randomUUID();
  await recordActivity(context, 'evidence.added', id, { item: itemId, mediaType, size });
  await insertEvidence(context, { id, itemId, fileId: file.id, name });
  await purgeEvidence(context);
  return { id, itemId, name, mediaType, size, addedBy: { id: personId, name: personName }, addedAt: now };
}
