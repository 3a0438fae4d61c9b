import { randomUUID } from 'node:crypto';
import type { SheetId } from '#core/catalogue/sheet.ts';
import type { Acceptance, AcceptedPlan, PlanWishInput } from '#core/plan/wish.ts';
import type { FacilityContext } from '../platform/http/context.ts';

/** What was last asked of plans from a sheet for these fiscal years, the newest first. */
export async function findWishes(
  { tx, facilityId }: FacilityContext,
  sheetId: SheetId,
  fiscalYears: readonly number[],
): Promise<readonly PlanWishInput[]> {
  const rows = await tx
    .selectFrom('plan_wish')
    .select('wish')
    .where('facility_id', '=', facilityId)
    .where('sheet_id', '=', sheetId)
    .where('fiscal_year', 'in', fiscalYears)
    .orderBy('kept_at', 'desc')
    .orderBy('fiscal_year')
    .execute();
  return rows.map(({ wish }) => wish as PlanWishInput);
}

export const saveWish = ({ tx, facilityId, now }: FacilityContext, sheetId: SheetId, wish: PlanWishInput) =>
  tx
    .insertInto('plan_wish')
    .values({
      facility_id: facilityId,
      fiscal_year: wish.fiscalYear,
      sheet_id: sheetId,
      wish: JSON.stringify(wish),
      kept_at: now,
    })
    .onConflict((on) =>
      on.columns(['facility_id', 'fiscal_year', 'sheet_id']).doUpdateSet({ wish: JSON.stringify(wish), kept_at: now }),
    )
    .execute();

type Accepting = {
  readonly runId: string;
  readonly fiscalYear: number;
  readonly measures: number;
  readonly plan: AcceptedPlan;
};

export const insertAcceptance = (
  { tx, facilityId, now }: FacilityContext,
  { runId, fiscalYear, measures, plan: { status, gap, ...wish } }: Accepting,
) =>
  tx
    .insertInto('plan_acceptance')
    .values({
      facility_id: facilityId,
      id: randomUUID(),
      run_id: runId,
      fiscal_year: fiscalYear,
      wish: JSON.stringify(wish),
      status,
      gap,
      measures,
      accepted_at: now,
    })
    .execute();

/** The plans accepted for a fiscal year, the newest first. */
export async function listAcceptances({ tx, facilityId }: FacilityContext, fiscalYear: number): Promise<Acceptance[]> {
  const rows = await tx
    .selectFrom('plan_acceptance')
    .select(['id', 'wish', 'status', 'gap', 'measures', 'accepted_at'])
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('accepted_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.map(({ id, wish, status, gap, measures, accepted_at }) => {
    const asked = wish as Omit<AcceptedPlan, 'status' | 'gap'>;
    const proven = { status: status as AcceptedPlan['status'], gap };
    return { ...asked, ...proven, id, measures, acceptedAt: accepted_at.toISOString() };
  });
}
