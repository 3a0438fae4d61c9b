import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { putBefore } from './put-before.ts';
import { lockStanding, markWithdrawn, type NewRequest } from './request-repository.ts';

/** Takes back what stands for a source, whatever was decided of it; its decisions stay in the record. */
export async function takeBack(context: FacilityContext, source: string): Promise<void> {
  const standing = await lockStanding(context, source);
  if (!standing) return;
  await recordActivity(context, 'decision.withdrawn', standing.id);
  await markWithdrawn(context, standing.id);
}

/** Puts a matter before the executives in the place of what stands for its source. */
export async function putAgain(context: FacilityContext, asked: NewRequest & { readonly source: string }) {
  await takeBack(context, asked.source);
  return putBefore(context, asked);
}
