import { randomUUID } from 'node:crypto';
import type { Evidence } from '#core/evidence/contract.ts';
import { isEvidenceKind } from '#core/evidence/kind.ts';
import { hasRoom } from '#core/evidence/quota.ts';
import { undoLimit } from '#core/evidence/undo.ts';
import type { Role } from '#core/identity/role.ts';
import { holdMembership } from '../identity/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { FileRefusal, storeFile } from '../platform/files/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { type Place, placeDetail } from './place.ts';
import { purgeEvidence } from './purge-evidence.ts';
import { insertEvidence, keptAmount, lockKeptAmount } from './repository.ts';

export type AddEvidenceInput = {
  readonly place: Place;
  readonly name: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** Refuses who may not add there with these roles; `hold` keeps what allows it as it is until the transaction ends. */
  readonly admit: (context: FacilityContext, roles: readonly Role[], hold: boolean) => Promise<void>;
  /** Rejects where whoever sends may not any more. */
  readonly stillAdmitted: () => Promise<unknown>;
};

function asRefused(failure: unknown): never {
  if (failure instanceof FileRefusal) throw refused(`evidence/${failure.reason}`);
  throw failure;
}

/** Sending takes as long as the sender likes: what allowed it is asked again at its end, and holds until all is saved. */
async function admitAgain(context: FacilityContext, { admit, stillAdmitted }: AddEvidenceInput) {
  await stillAdmitted();
  const roles = await holdMembership(context.tx, context.facilityId, context.personId);
  if (!roles) throw notFound();
  await admit(context, roles, true);
}

/** Adds a file to its place as it comes in; when it breaks off or is refused, nothing of it stays. */
export async function addEvidence(context: FacilityContext, input: AddEvidenceInput): Promise<Evidence> {
  const { personId, personName, roles, now } = context;
  const { place, name, body } = input;
  await input.admit(context, roles, false);
  if (!hasRoom(await keptAmount(context, undoLimit(now)), 1)) throw refused('evidence/facility-full');
  const file = await storeFile(context, body, (mediaType) => isEvidenceKind(mediaType, name)).catch(asRefused);
  await admitAgain(context, input);
  const { mediaType, size } = file;
  if (!hasRoom(await lockKeptAmount(context, undoLimit(now)), size)) throw refused('evidence/facility-full');
  const id = randomUUID();
  await recordActivity(context, 'evidence.added', id, { ...placeDetail(place), mediaType, size });
  await insertEvidence(context, { id, place, fileId: file.id, name });
  await purgeEvidence(context);
  const addedBy = { id: personId, name: personName };
  return { id, ...place, name, mediaType, size, addedBy, addedAt: now };
}
