import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { clausesOn } from '#core/audit/clauses-on-sheet.ts';
import {
  type CorrectionPlan,
  type Finding,
  type FindingState,
  firstDueOn,
  firstState,
  isLateFinding,
} from '#core/audit/finding.ts';
import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { OpenFinding } from '#core/risk/suggestion.ts';
import type { Conclusion } from '#core/sheet/conclusion.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId' | 'now'>;

/** Findings with the scope of their audit, and the systems each concerns. */
const withScope = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('audit_finding as f')
    .innerJoin('audit as a', (join) =>
      join.onRef('a.facility_id', '=', 'f.facility_id').onRef('a.id', '=', 'f.audit_id'),
    )
    .leftJoin('audit_concern as n', (join) =>
      join
        .onRef('n.facility_id', '=', 'f.facility_id')
        .onRef('n.audit_id', '=', 'f.audit_id')
        .onRef('n.item_id', '=', 'f.item_id'),
    )
    .select(['a.clauses', 'n.systems'])
    .where('f.facility_id', '=', facilityId);

const findingsOf = (scope: Scope) =>
  withScope(scope)
    .leftJoin('person as o', 'o.id', 'f.owner_id')
    .leftJoin('member as here', (join) =>
      join.onRef('here.facility_id', '=', 'f.facility_id').onRef('here.person_id', '=', 'f.owner_id'),
    )
    .leftJoin('person as c', 'c.id', 'f.corrected_by')
    .leftJoin('person as v', 'v.id', 'f.verified_by')
    .select(['f.id', 'f.audit_id', 'f.item_id', 'f.conclusion', 'f.statement', 'f.state', 'f.cause', 'f.action'])
    .select([
      'f.owner_id',
      'o.name as owner',
      'here.person_id as member_id',
      'f.correction',
      'f.corrected_at',
      'f.verdict',
      'f.verified_by',
    ])
    .select(['f.corrected_by', 'c.name as corrector', 'v.name as verifier', 'f.verified_at', 'f.revision'])
    // A date as it stands: as a moment it would be another day in another zone.
    .select(sql<string | null>`to_char(f.due_on, 'YYYY-MM-DD')`.as('due_on'));

type Row = Awaited<ReturnType<ReturnType<typeof findingsOf>['executeTakeFirstOrThrow']>>;

const personOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

/** The clauses among these that an item speaks of. */
const spokenOf = (catalogue: Catalogue, sheet: Sheet, itemId: string, clauses: readonly string[]) =>
  clausesOn(catalogue, sheet)
    .filter(({ id, items }) => clauses.includes(id) && items.some((item) => item.id === itemId))
    .map(({ title }) => title);

function findingOf(catalogue: Catalogue, now: Date, row: Row): Finding {
  const placed = findItem(catalogue, row.item_id);
  const state = row.state as FindingState;
  return {
    id: row.id,
    auditId: row.audit_id,
    conclusion: row.conclusion as Conclusion,
    statement: row.statement,
    state,
    item: { id: row.item_id, text: placed?.item.text ?? '' },
    area: { id: placed?.area.id ?? '', title: placed?.area.title ?? '' },
    clauses: placed && row.clauses.length > 0 ? spokenOf(catalogue, placed.sheet, row.item_id, row.clauses) : [],
    systems: row.systems ?? [],
    cause: row.cause,
    action: row.action,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner ?? '', left: row.member_id === null },
    dueOn: row.due_on,
    correction: row.correction,
    correctedAt: row.corrected_at,
    verdict: row.verdict,
    correctedBy: personOf(row.corrected_by, row.corrector),
    verifiedBy: personOf(row.verified_by, row.verifier),
    verifiedAt: row.verified_at,
    late: isLateFinding({ state, dueOn: row.due_on, correctedAt: row.corrected_at }, dayInJapan(now)),
    revision: row.revision,
  };
}

/** What an audit found, what does not conform most before. */
export async function findFindings(scope: Scope, catalogue: Catalogue, auditId: string): Promise<Finding[]> {
  const weight = sql`array_position(array['major', 'minor', 'observation', 'good-practice'], f.conclusion)`;
  const rows = await findingsOf(scope).where('f.audit_id', '=', auditId).orderBy(weight).orderBy('f.item_id').execute();
  return rows.map((row) => findingOf(catalogue, scope.now, row));
}

/** What does not conform and is not seen to its end, the worst first, of every audit. */
export async function openFindings({ tx, facilityId }: Scope, catalogue: Catalogue): Promise<OpenFinding[]> {
  const rows = await tx
    .selectFrom('audit_finding')
    .select(['item_id', 'conclusion', 'statement'])
    .where('facility_id', '=', facilityId)
    .where('state', 'in', [sql.lit('open'), sql.lit('corrected')])
    .orderBy('conclusion')
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(({ item_id, conclusion, statement }) => {
    const area = findItem(catalogue, item_id)?.area;
    return { area: { id: area?.id ?? '', title: area?.title ?? '' }, conclusion: conclusion as Conclusion, statement };
  });
}

/** One finding, held until the transaction ends. */
export async function lockFinding(scope: Scope, catalogue: Catalogue, id: string): Promise<Finding | undefined> {
  const row = await findingsOf(scope).where('f.id', '=', id).forUpdate('f').executeTakeFirst();
  return row && findingOf(catalogue, scope.now, row);
}

type Found = { readonly itemId: string; readonly conclusion: Conclusion; readonly statement: string };

/** Begins the findings of an audit; those to be put right are due from the beginning. */
export async function insertFindings({ tx, facilityId, now }: Scope, auditId: string, found: readonly Found[]) {
  if (found.length === 0) return [];
  const rows = found.map(({ itemId, conclusion, statement }) => ({
    facility_id: facilityId,
    id: randomUUID(),
    audit_id: auditId,
    item_id: itemId,
    conclusion,
    statement,
    state: firstState(conclusion),
    due_on: firstDueOn(conclusion, dayInJapan(now)),
  }));
  await tx.insertInto('audit_finding').values(rows).execute();
  return rows.flatMap(({ id, due_on }) => (due_on === null ? [] : [{ findingId: id, auditId, dueOn: due_on }]));
}

type Change = Partial<{
  readonly state: FindingState;
  readonly cause: string;
  readonly action: string;
  readonly owner_id: string | null;
  readonly due_on: string | null;
  readonly correction: string;
  readonly corrected_at: Date;
  readonly corrected_by: string;
  readonly verdict: string;
  readonly verified_by: string;
  readonly verified_at: Date;
}>;

const change = ({ tx, facilityId }: Scope, id: string, columns: Change) =>
  tx
    .updateTable('audit_finding')
    .set({ ...columns, revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

export const updatePlan = (scope: Scope, id: string, { cause, action, ownerId, dueOn }: CorrectionPlan) =>
  change(scope, id, { cause: cause.trim(), action: action.trim(), owner_id: ownerId, due_on: dueOn });

export const updateCorrection = (
  scope: Scope & Pick<FacilityContext, 'personId'>,
  id: string,
  of: { readonly state: FindingState; readonly correction: string },
) =>
  change(scope, id, {
    state: of.state,
    correction: of.correction.trim(),
    corrected_at: scope.now,
    corrected_by: scope.personId,
  });

export const updateVerdict = (
  scope: Scope & Pick<FacilityContext, 'personId'>,
  id: string,
  of: { readonly state: FindingState; readonly verdict: string },
) =>
  change(scope, id, {
    state: of.state,
    verdict: of.verdict.trim(),
    verified_by: scope.personId,
    verified_at: scope.now,
  });

/** The items of these findings. */
export async function itemsOfFindings({ tx, facilityId }: Pick<Scope, 'tx' | 'facilityId'>, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('audit_finding')
    .select(['id', 'item_id'])
    .where('facility_id', '=', facilityId)
    .where(sql<boolean>`id::text = any (${ids}::text[])`)
    .execute();
  return new Map(rows.map(({ id, item_id }) => [id, item_id]));
}

/** Who of these people had findings to put right, at which items, in audits of these fiscal years. */
export async function correctionsOf(
  { tx, facilityId }: Scope,
  of: { readonly people: readonly string[]; readonly fiscalYears: readonly number[] },
) {
  const rows = await tx
    .selectFrom('audit_finding as f')
    .innerJoin('audit as a', (join) =>
      join.onRef('a.facility_id', '=', 'f.facility_id').onRef('a.id', '=', 'f.audit_id'),
    )
    .select(['f.owner_id as personId', 'f.item_id as itemId', 'a.fiscal_year as fiscalYear'])
    .where('f.facility_id', '=', facilityId)
    .where('a.fiscal_year', 'in', of.fiscalYears)
    .where(sql<boolean>`f.owner_id = any (${of.people}::uuid[])`)
    .execute();
  return rows.flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }]));
}
