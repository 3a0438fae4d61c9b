import { newToken } from '../../identity/index.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { deleteLink, saveLink } from './calendar-repository.ts';

/** Makes the link of the person's calendar; one made before opens nothing more. */
export async function makeCalendar(context: FacilityContext): Promise<{ path: string; madeAt: Date }> {
  const { token, hash } = newToken();
  await recordActivity(context, 'year.calendar-made', null);
  await saveLink(context, hash);
  return { path: `/api/v1/calendars/${token}`, madeAt: context.now };
}

/** Ends the link of the person's calendar; where there is none it is as it should be. */
export async function endCalendar(context: FacilityContext): Promise<void> {
  if (await deleteLink(context)) await recordActivity(context, 'year.calendar-ended', null);
}
