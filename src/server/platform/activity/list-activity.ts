import { sql } from 'kysely';
import type { FacilityContext } from '../http/context.ts';

export type ActivityQuery = {
  readonly personId?: string | undefined;
  readonly subject?: string | undefined;
  /** Id of the entry to go on after. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Entries of the facility's activity log, newest first; the place of a page is an entry, so that none is lost between two. */
export function listActivity({ tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>, query: ActivityQuery) {
  const { personId, subject, after, limit } = query;
  return tx
    .selectFrom('activity')
    .leftJoin('person', 'person.id', 'activity.person_id')
    .select(['activity.id', 'activity.at', 'activity.act', 'activity.subject', 'activity.detail'])
    .select(['person.id as personId', 'person.name'])
    .where('activity.facility_id', '=', facilityId)
    .$if(personId !== undefined, (all) => all.where('activity.person_id', '=', personId ?? ''))
    .$if(subject !== undefined, (all) => all.where('activity.subject', '=', subject ?? ''))
    .$if(after !== undefined, (all) =>
      all.where(
        sql<boolean>`(activity.at, activity.id) < (select a.at, a.id from activity a where a.facility_id = ${facilityId} and a.id = ${after})`,
      ),
    )
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .execute();
}
