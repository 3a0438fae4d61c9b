import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import type { DuePlace, DueSource } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';

const inForce = ({ tx, facilityId }: DuePlace) =>
  tx
    .selectFrom('regulation')
    .select(['id', 'title'])
    .select(sql<string>`to_char(review_on, 'YYYY-MM-DD')`.as('review_on'))
    .where('facility_id', '=', facilityId)
    .where('review_on', 'is not', null)
    .where('withdrawn', '=', false);

type Row = Awaited<ReturnType<ReturnType<typeof inForce>['executeTakeFirstOrThrow']>>;

const asDue = ({ id, title, review_on }: Row): Due => ({
  ...{ kind: 'review', id, title, dueOn: review_on, owner: null, page: `regulations/${id}` },
});

/** Asks for the reminders of the day a document is looked over, to whoever sets it. */
export async function remindOfReview(
  place: DuePlace & { readonly personId: string },
  id: string,
  reviewOn: string | null,
): Promise<void> {
  if (reviewOn !== null) await askToRemind(place, { kind: 'review', id, dueOn: reviewOn }, place.personId);
}

/** Documents in force with a day by which they are looked over. They belong to all who rule the facility by them. */
export const reviewDues: DueSource = {
  kind: 'review',
  mayRead: (roles) => may(roles, 'regulation.read'),
  list: async (place, { until, most, ownerId }) => {
    if (ownerId !== undefined) return [];
    const rows = await inForce(place)
      .where(sql<boolean>`review_on <= ${until}::date`)
      .orderBy('review_on')
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(asDue);
  },
  find: async (place, id) => {
    const row = await inForce(place).where('id', '=', id).executeTakeFirst();
    return row && asDue(row);
  },
};
