import { undoLimit } from '#core/evidence/undo.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { deleteRemovedBefore, deleteUnusedFiles } from './repository.ts';

/**
 * Deletes for good what can no longer be put back, its files and its rows. The log keeps who took it away; nobody acts
 * here, so it gets no new entry.
 */
export async function purgeEvidence(context: FacilityContext): Promise<void> {
  const fileIds = await deleteRemovedBefore(context, undoLimit(context.now));
  if (fileIds.length > 0) await deleteUnusedFiles(context, fileIds);
}
