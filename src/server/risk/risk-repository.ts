import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { type AcceptanceBasis, acceptanceBasisSchema } from '#core/risk/acceptance-basis.ts';
import type { Assessment, Risk, RiskEdit } from '#core/risk/risk.ts';
import type { Stage } from '#core/risk/risk-state.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { asLine, decidedOf, linesOf } from './risk-rows.ts';
import { findTreatments } from './treatment-repository.ts';

const wholeOf = (context: FacilityContext) =>
  linesOf(context)
    .select(['risk.assets', 'risk.threat', 'risk.weakness', 'risk.care_function', 'risk.outage_hours'])
    .select(['risk.patients', 'risk.leaked', 'risk.after_note', 'risk.accept_reason', 'risk.closed_reason'])
    .select([
      'risk.accept_likelihood',
      'risk.accept_impact',
      'risk.accept_basis',
      'risk.suggestion_id',
      'risk.revision',
    ])
    // A date as it stands: as a moment it would be another day in another zone.
    .select(sql<string | null>`to_char(risk.accept_until, 'YYYY-MM-DD')`.as('accept_until'));

type Row = Awaited<ReturnType<ReturnType<typeof wholeOf>['executeTakeFirstOrThrow']>>;

const basisIn = ({ accept_basis }: Pick<Row, 'accept_basis'>): AcceptanceBasis | null =>
  accept_basis === null ? null : acceptanceBasisSchema.parse(accept_basis);

const acceptanceOf = (row: Row): Risk['acceptance'] =>
  row.accept_until === null
    ? null
    : {
        reason: row.accept_reason ?? '',
        until: row.accept_until,
        decided: decidedOf(row),
        level: (row.accept_likelihood ?? 0) * (row.accept_impact ?? 0),
        impact: row.accept_impact ?? 0,
        changed: basisIn(row)?.changed ?? null,
      };

async function asRisk(context: FacilityContext, row: Row): Promise<Risk> {
  return {
    ...asLine(row, dayInJapan(context.now)),
    assets: row.assets,
    threat: row.threat,
    weakness: row.weakness,
    careFunction: row.care_function,
    outageHours: row.outage_hours,
    patients: row.patients,
    leaked: row.leaked,
    afterNote: row.after_note,
    closedReason: row.closed_reason,
    suggestionId: row.suggestion_id,
    revision: row.revision,
    acceptance: acceptanceOf(row),
    treatments: await findTreatments(context, row.id),
  };
}

/** One risk with everything said of it. */
export async function findRisk(context: FacilityContext, id: string): Promise<Risk | undefined> {
  const row = await wholeOf(context).where('risk.id', '=', id).executeTakeFirst();
  return row && asRisk(context, row);
}

/** A risk as it was when accepting it was last put before the executives. */
export async function findBasis({ tx, facilityId }: FacilityContext, id: string): Promise<AcceptanceBasis | null> {
  const row = await tx
    .selectFrom('risk')
    .select('accept_basis')
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? basisIn(row) : null;
}

/** One risk, held until the transaction ends. */
export async function lockRisk(context: FacilityContext, id: string): Promise<Risk | undefined> {
  const row = await wholeOf(context).where('risk.id', '=', id).forUpdate('risk').executeTakeFirst();
  return row && asRisk(context, row);
}

const columnsOf = (edit: RiskEdit) => ({
  title: edit.title.trim(),
  assets: edit.assets.map((asset) => asset.trim()),
  owner_id: edit.ownerId,
  threat: edit.threat.trim(),
  weakness: edit.weakness.trim(),
  care_function: edit.careFunction.trim(),
  outage_hours: edit.outageHours,
  patients: edit.patients,
  leaked: edit.leaked,
});

export type NewRisk = RiskEdit & { readonly suggestion: { readonly id: string; readonly fiscalYear: number } | null };

/** Adds a risk under the next number; whoever adds one waits for the number of the other. */
export async function insertRisk({ tx, facilityId, now }: FacilityContext, added: NewRisk): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('risk number ' || ${facilityId}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('risk')
    .select((of) => of.fn.max('number').as('number'))
    .where('facility_id', '=', facilityId)
    .executeTakeFirst();
  const id = randomUUID();
  const place = { facility_id: facilityId, id, number: (last?.number ?? 0) + 1, stage: 'unassessed' };
  const from = { suggestion_id: added.suggestion?.id ?? null, suggested_year: added.suggestion?.fiscalYear ?? null };
  await tx
    .insertInto('risk')
    .values({ ...place, ...columnsOf(added), ...from, added_at: now, changed_at: now })
    .execute();
  return id;
}

type Change = Partial<ReturnType<typeof columnsOf>> &
  Partial<ReturnType<typeof estimateColumns>> &
  Partial<ReturnType<typeof acceptanceColumns>> & { readonly stage?: Stage; readonly closed_reason?: string | null };

const change = ({ tx, facilityId, now }: FacilityContext, id: string, columns: Change) =>
  tx
    .updateTable('risk')
    .set({ ...columns, changed_at: now, revision: sql`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

export const updateRisk = (context: FacilityContext, id: string, edit: RiskEdit) =>
  change(context, id, columnsOf(edit));

const estimateColumns = ({ likelihood, impact, after, afterNote }: Assessment) => ({
  likelihood,
  impact,
  likelihood_after: after?.likelihood ?? null,
  impact_after: after?.impact ?? null,
  after_note: afterNote.trim(),
  to_review: false,
});

export const saveEstimate = (context: FacilityContext, id: string, assessment: Assessment, stage: Stage) =>
  change(context, id, { ...estimateColumns(assessment), stage });

export const saveStage = (context: FacilityContext, id: string, stage: Stage) => change(context, id, { stage });

export const saveClosing = (context: FacilityContext, id: string, reason: string | null, stage: Stage) =>
  change(context, id, { closed_reason: reason?.trim() ?? null, stage });

export type Accepting = {
  readonly reason: string;
  readonly until: string;
  /** What remains of the risk as it is put before the executives. */
  readonly likelihood: number;
  readonly impact: number;
  readonly basis: AcceptanceBasis;
};

const acceptanceColumns = (accepting: Accepting | null) => ({
  accept_reason: accepting?.reason.trim() ?? null,
  accept_until: accepting?.until ?? null,
  accept_likelihood: accepting?.likelihood ?? null,
  accept_impact: accepting?.impact ?? null,
  accept_basis: accepting === null ? null : JSON.stringify(accepting.basis),
});

/** Writes what the executives are asked to accept; null where nothing is asked any more. */
export const saveAcceptance = (context: FacilityContext, id: string, accepting: Accepting | null, stage: Stage) =>
  change(context, id, { ...acceptanceColumns(accepting), stage });
