import { sql } from 'kysely';
import { decisionNumber } from '#core/plan/decision/decision.ts';
import type { Outcome } from '#core/plan/decision/outcome.ts';
import type { Estimate } from '#core/risk/level.ts';
import type { RiskLine } from '#core/risk/risk.ts';
import { type Said, type Stage, stateOf } from '#core/risk/risk-state.ts';
import { lastSaid } from '../plan/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';

const source = sql<string | null>`case when risk.stage = 'acceptance' then 'risk/' || risk.id end`;

/** The risks of the facility, each with what the executives have said to accepting it. */
export const risksOf = ({ tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>) =>
  tx
    .selectFrom('risk')
    .leftJoinLateral(
      ({ ref }) => lastSaid(ref('risk.facility_id'), source).as('said'),
      (join) => join.onTrue(),
    )
    .where('risk.facility_id', '=', facilityId);

/** What a line of the register shows. */
export const linesOf = (context: Pick<FacilityContext, 'tx' | 'facilityId'>) =>
  risksOf(context)
    .leftJoin('person as owner', 'owner.id', 'risk.owner_id')
    .leftJoin('member as here', (join) =>
      join.onRef('here.facility_id', '=', 'risk.facility_id').onRef('here.person_id', '=', 'risk.owner_id'),
    )
    .select(['risk.id', 'risk.number', 'risk.title', 'risk.stage', 'risk.level', 'risk.level_after', 'risk.to_review'])
    .select(['risk.likelihood', 'risk.impact', 'risk.likelihood_after', 'risk.impact_after'])
    .select(['risk.owner_id', 'owner.name as owner_name', 'here.person_id as member_id'])
    .select(['said.request_id', 'said.outcome', 'said.until', 'said.fiscal_year', 'said.number as said_number'])
    .select('said.said_reason');

type LineRow = Awaited<ReturnType<ReturnType<typeof linesOf>['executeTakeFirstOrThrow']>>;

const estimate = (likelihood: number | null, impact: number | null): Estimate | null =>
  likelihood === null || impact === null ? null : { likelihood, impact };

type SaidRow = Pick<LineRow, 'request_id' | 'outcome' | 'until' | 'fiscal_year' | 'said_number' | 'said_reason'>;

const saidOf = (row: SaidRow): Said | null =>
  row.request_id === null ? null : { outcome: row.outcome as Outcome | null, until: row.until };

/** What the executives decided last; null where they have not. */
export const decidedOf = ({ outcome, until, fiscal_year, said_number, said_reason }: SaidRow) =>
  outcome === null
    ? null
    : {
        outcome: outcome as Outcome,
        until,
        reason: said_reason ?? '',
        number: decisionNumber({ fiscalYear: fiscal_year ?? 0, number: said_number ?? 0 }),
      };

/** A row as a line of the register on a day in Japan. */
export function asLine(row: LineRow, today: string): RiskLine {
  const state = stateOf(row.stage as Stage, saidOf(row), today);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state,
    toReview: row.to_review,
    level: row.level,
    levelAfter: row.level_after,
    estimate: estimate(row.likelihood, row.impact),
    after: estimate(row.likelihood_after, row.impact_after),
    owner:
      row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '', left: row.member_id === null },
    acceptedUntil: state === 'accepted' ? row.until : null,
  };
}

/** Where a risk stands on a day in Japan, as `stateOf` of core tells it, for what SQL selects and counts by it. */
export const stateIn = (today: string) => sql<string>`case
  when risk.stage <> 'acceptance' then risk.stage
  when said.request_id is null or said.outcome = 'declined' then 'refused'
  when said.outcome = 'approved' then case when said.until >= ${today} then 'accepted' else 'lapsed' end
  else 'asked' end`;
