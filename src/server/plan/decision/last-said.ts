import { type Expression, sql } from 'kysely';

/** The request that stands for a source, and the last decision of it; null where nobody has decided. */
type LastSaid = {
  readonly request_id: string;
  readonly outcome: string | null;
  readonly until: string | null;
  readonly fiscal_year: number | null;
  readonly number: number | null;
  readonly said_reason: string | null;
};

/** A query to join: what the executives have said to what stands for a source, in one row at most; none of a source that is null. The limit keeps it from being joined to every request there is. */
export const lastSaid = (facilityId: Expression<string>, source: Expression<string | null>) =>
  sql<LastSaid>`(
    select r.id as request_id, d.outcome, to_char(d.until, 'YYYY-MM-DD') as until, d.fiscal_year, d.number, d.reason as said_reason
    from decision_request r
    left join lateral (
      select * from decision d where d.facility_id = r.facility_id and d.request_id = r.id
      order by d.fiscal_year desc, d.number desc limit 1
    ) d on true
    where r.facility_id = ${facilityId} and r.source = ${source} and r.withdrawn_at is null
    limit 1)`;
