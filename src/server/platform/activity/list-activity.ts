import { sql } from 'kysely';
import { inJapanese } from '../database/in-japanese.ts';
import type { FacilityContext } from '../http/context.ts';

export type ActivityQuery = {
  readonly personId?: string | undefined;
  readonly subject?: string | undefined;
  readonly agreementId?: string | undefined;
  /** Only these acts. */
  readonly acts?: readonly string[] | undefined;
  /** Days in Japan, as 2026-04-01; both counted in. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Id of the entry to go on after. */
  readonly after?: string | undefined;
  readonly limit: number;
};

type Place = Pick<FacilityContext, 'tx' | 'facilityId'>;

const startOf = (day: string) => sql<Date>`(${day}::date::timestamp at time zone 'Asia/Tokyo')`;
const endOf = (day: string) => sql<Date>`((${day}::date + 1)::timestamp at time zone 'Asia/Tokyo')`;
// Both, so that the index of what came about through agreements serves.
const throughAgreement = (id: string) =>
  sql<boolean>`(activity.detail ? 'agreement' and activity.detail ->> 'agreement' = ${id})`;

function wanted({ tx, facilityId }: Place, { personId, subject, agreementId, acts, from, to }: ActivityQuery) {
  return tx
    .selectFrom('activity')
    .where('activity.facility_id', '=', facilityId)
    .$if(personId !== undefined, (all) => all.where('activity.person_id', '=', personId ?? ''))
    .$if(subject !== undefined, (all) => all.where('activity.subject', '=', subject ?? ''))
    .$if(agreementId !== undefined, (all) => all.where(throughAgreement(agreementId ?? '')))
    .$if(acts !== undefined, (all) => all.where('activity.act', 'in', acts ?? []))
    .$if(from !== undefined, (all) => all.where('activity.at', '>=', startOf(from ?? '')))
    .$if(to !== undefined, (all) => all.where('activity.at', '<', endOf(to ?? '')));
}

/** Entries of the facility's activity log, newest first; the place of a page is an entry, so that none is lost between two. */
export function activityQuery(place: Place, query: ActivityQuery) {
  const { after, limit } = query;
  const { facilityId } = place;
  return wanted(place, query)
    .leftJoin('person', 'person.id', 'activity.person_id')
    .select(['activity.id', 'activity.at', 'activity.act', 'activity.subject', 'activity.detail'])
    .select(['person.id as personId', 'person.name'])
    .$if(after !== undefined, (all) =>
      all.where(
        sql<boolean>`(activity.at, activity.id) < (select a.at, a.id from activity a where a.facility_id = ${facilityId} and a.id = ${after})`,
      ),
    )
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit);
}

export const listActivity = (place: Place, query: ActivityQuery) => activityQuery(place, query).execute();

/** People the log of the facility can name: its members, those who left it, and supporters who came in. */
export function peopleOfActivity({ tx, facilityId }: Place) {
  const now = tx.selectFrom('member').select('person_id').where('facility_id', '=', facilityId);
  const before = tx.selectFrom('former_member').select('person_id').where('facility_id', '=', facilityId);
  const supporting = tx.selectFrom('support_entry').select('person_id').where('facility_id', '=', facilityId);
  return tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where((or) => or.or([or('id', 'in', now), or('id', 'in', before), or('id', 'in', supporting)]))
    .orderBy(inJapanese('name'))
    .orderBy('id')
    .execute();
}

/** The last seal of the chain, whose hash stands for everything sealed so far. */
export async function activityHead({ tx }: Place) {
  const last = await tx
    .selectFrom('activity_seal')
    .select(['number', 'hash', 'sealed_at as sealedAt'])
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return last ? { ...last, number: Number(last.number), hash: last.hash.toString('hex') } : null;
}
