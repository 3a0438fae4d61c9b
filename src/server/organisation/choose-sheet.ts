import type { Profile, ServerAnswers } from '#core/organisation/profile.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { lockProfile, readProfile } from './read-profile.ts';

/** Keeps the answers about servers and contracts; which sheet follows is worked out from them and the profile. */
export async function chooseSheet(context: FacilityContext, answers: ServerAnswers): Promise<Profile> {
  const { tx, facilityId, now } = context;
  await lockProfile(context);
  const { ownServers, appOnPc, updatesEntrusted } = answers;
  await recordActivity(context, 'organisation.sheet-chosen', null, { ownServers, appOnPc, updatesEntrusted });
  await tx
    .updateTable('facility_profile')
    .set({ sheet_choice: JSON.stringify(answers), changed_at: now })
    .where('facility_id', '=', facilityId)
    .execute();
  return readProfile(context);
}
