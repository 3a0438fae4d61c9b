import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import { dueRows } from '../../platform/due/due-rows.ts';
import { type DuePlace, whoPlans } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';

/** Asks for the reminders of the day a document is looked over, to whoever sets it and is still there. */
export async function remindOfReview(
  place: DuePlace & { readonly personId: string },
  id: string,
  reviewOn: string | null,
): Promise<void> {
  if (reviewOn !== null) await askToRemind(place, { kind: 'review', id, dueOn: reviewOn }, place.personId);
}

/** Documents in force with a day by which they are looked over. They belong to all who rule the facility by them. */
export const reviewDues = dueRows({
  kind: 'review',
  mayRead: (roles) => may(roles, 'regulation.read'),
  toldTo: whoPlans,
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('regulation')
      .select(['id', 'title', 'review_on as due_on'])
      .select([sql<null>`null::uuid`.as('owner_id'), sql<null>`null`.as('owner')])
      .select(sql<string>`'regulations/' || id`.as('page'))
      .where('facility_id', '=', facilityId)
      .where('withdrawn', '=', false)
      .as('due'),
});
