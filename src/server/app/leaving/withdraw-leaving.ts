import { decideWithdrawal } from '#core/app/leaving.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { deleteLeaving, lockLeaving } from './leaving-repository.ts';
import { tellLeaving } from './tell-leaving.ts';

/** Takes an announcement back: the facility goes on as before. */
export async function withdrawLeaving(context: FacilityContext): Promise<void> {
  const decision = decideWithdrawal(await lockLeaving(context), context.now);
  if (!decision.accepted) throw refused(decision.reason);
  await recordActivity(context, 'leaving.withdrawn', null);
  await deleteLeaving(context);
  await tellLeaving(context, null);
}
