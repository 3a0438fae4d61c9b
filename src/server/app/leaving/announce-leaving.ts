import { decideAnnouncement } from '#core/app/leaving.ts';
import type { AnnouncedLeaving } from '#core/app/leaving-contract.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { insertLeaving, lockLeaving } from './leaving-repository.ts';
import { tellLeaving } from './tell-leaving.ts';

/** Announces that the facility ends its use of Mamori; a job looks again when that is due. */
export async function announceLeaving(context: FacilityContext): Promise<AnnouncedLeaving> {
  const { tx, facilityId, personId, personName, now } = context;
  const decision = decideAnnouncement(await lockLeaving(context), now);
  if (!decision.accepted) throw refused(decision.reason);
  const { dueAt } = decision;
  await recordActivity(context, 'leaving.announced', null, { due: dueAt.toISOString() });
  await insertLeaving(context, { dueAt });
  await tellLeaving(context, dueAt);
  await enqueue(tx, 'retention.due', {}, { onlyOne: `leaving ${facilityId}`, runAt: dueAt });
  return { announcedAt: now, dueAt, announcedBy: { id: personId, name: personName } };
}
