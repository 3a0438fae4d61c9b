import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { stateOf } from '#core/plan/decision/request-state.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { putBefore } from './put-before.ts';
import { lockStanding, markWithdrawn, type NewRequest, standingSources } from './request-repository.ts';

/** Takes back what stands for a source, whatever was decided of it; its decisions stay in the record. */
export async function takeBack(context: FacilityContext, source: string): Promise<void> {
  const standing = await lockStanding(context, source);
  if (standing) await withdraw(context, standing);
}

async function withdraw(context: FacilityContext, { id }: DecisionRequest): Promise<void> {
  await recordActivity(context, 'decision.withdrawn', id);
  await markWithdrawn(context, id);
}

/** Takes back what is still to be decided of the sources that begin so, except of one; what was decided stays. */
export async function takeBackOpen(context: FacilityContext, beginning: string, except: string | null): Promise<void> {
  for (const source of await standingSources(context, beginning)) {
    const standing = source === except ? undefined : await lockStanding(context, source);
    if (standing && stateOf(standing, dayInJapan(context.now)) !== 'settled') await withdraw(context, standing);
  }
}

/** Puts a matter before the executives in the place of what stands for its source. */
export async function putAgain(context: FacilityContext, asked: NewRequest & { readonly source: string }) {
  await takeBack(context, asked.source);
  return putBefore(context, asked);
}
