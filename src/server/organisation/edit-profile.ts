import type { Profile, ProfileEdit } from '#core/organisation/profile.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { lockProfile, readProfile } from './read-profile.ts';

/** Saves what the facility says of itself; the type is confirmed by it. Refused where another change came first. */
export async function editProfile(
  context: FacilityContext,
  edit: ProfileEdit,
  onEdited: (context: FacilityContext) => Promise<void>,
): Promise<Profile> {
  const { tx, facilityId, now } = context;
  const { type, beds, functions, ehr, systemStaff } = edit;
  const revision = await lockProfile(context);
  if (revision !== edit.revision) {
    throw refused('organisation/profile-changed', { current: await readProfile(context) });
  }
  const detail = { type, beds, ehr, systemStaff, functions: functions.join(' ') };
  await recordActivity(context, 'organisation.profile-edited', null, detail);
  await tx
    .updateTable('facility')
    .set({ type, type_guessed: false, beds, functions })
    .where('id', '=', facilityId)
    .execute();
  await tx
    .updateTable('facility_profile')
    .set({ ehr, system_staff: systemStaff, revision: revision + 1, changed_at: now })
    .where('facility_id', '=', facilityId)
    .execute();
  await onEdited(context);
  return readProfile(context);
}
