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
import type { FindingPlace } from '#core/audit/finding-place.ts';
import { type Catalogue, findClause, findItem } from '#core/catalogue/catalogue.ts';
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
    .select([
      'f.id',
      'f.audit_id',
      'f.item_id',
      'f.clause_id',
      'f.system',
      'f.conclusion',
      'f.statement',
      'f.state',
      'f.cause',
      'f.action',
    ])
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

const named = (one: { readonly id: string; readonly title: string } | undefined) => ({
  id: one?.id ?? '',
  title: one?.title ?? '',
});

function placeOf(catalogue: Catalogue, { item_id, clause_id, system }: Row): FindingPlace {
  if (item_id !== null) {
    const placed = findItem(catalogue, item_id);
    return { kind: 'item', item: { id: item_id, text: placed?.item.text ?? '' }, area: named(placed?.area) };
  }
  if (clause_id === null) return { kind: 'system', system: system ?? '' };
  const clause = findClause(catalogue, clause_id)?.clause;
  const label = clause?.label ?? clause_id;
  return { kind: 'clause', clause: { id: clause_id, label, title: `${label} ${clause?.text ?? ''}` } };
}

function findingOf(catalogue: Catalogue, now: Date, row: Row): Finding {
  const { item_id } = row;
  const placed = item_id === null ? undefined : findItem(catalogue, item_id);
  const state = row.state as FindingState;
  return {
    id: row.id,
    auditId: row.audit_id,
    conclusion: row.conclusion as Conclusion,
    statement: row.statement,
    state,
    place: placeOf(catalogue, row),
    clauses: placed && row.clauses.length > 0 ? spokenOf(catalogue, placed.sheet, placed.item.id, row.clauses) : [],
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
  const rows = await findingsOf(scope)
    .where('f.audit_id', '=', auditId)
    .orderBy(weight)
    .orderBy('f.item_id')
    .orderBy('f.clause_id')
    .orderBy('f.system')
    .orderBy('f.id')
    .execute();
  return rows.map((row) => findingOf(catalogue, scope.now, row));
}

/** What does not conform at items and is not seen to its end, the worst first, of every audit. Clauses and systems are of no area. */
export async function openFindings({ tx, facilityId }: Scope, catalogue: Catalogue): Promise<OpenFinding[]> {
  const rows = await tx
    .selectFrom('audit_finding')
    .select(['item_id', 'conclusion', 'statement'])
    .where('facility_id', '=', facilityId)
    .where('item_id', 'is not', null)
    .where('state', 'in', [sql.lit('open'), sql.lit('corrected')])
    .orderBy('conclusion')
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(({ item_id, conclusion, statement }) => {
    const area = findItem(catalogue, item_id ?? '')?.area;
    return { area: named(area), conclusion: conclusion as Conclusion, statement };
  });
}

/** One finding, held until the transaction ends. */
export async function lockFinding(scope: Scope, catalogue: Catalogue, id: string): Promise<Finding | undefined> {
  const row = await findingsOf(scope).where('f.id', '=', id).forUpdate('f').executeTakeFirst();
  return row && findingOf(catalogue, scope.now, row);
}

/** What an audit found at an item, a clause or a system: one of the three. */
export type Found = {
  readonly itemId: string | null;
  readonly clauseId: string | null;
  readonly system: string | null;
  readonly conclusion: Conclusion;
  readonly statement: string;
};

/** Begins the findings of an audit; those to be put right are due from the beginning. */
export async function insertFindings({ tx, facilityId, now }: Scope, auditId: string, found: readonly Found[]) {
  if (found.length === 0) return [];
  const rows = found.map(({ itemId, clauseId, system, conclusion, statement }) => ({
    facility_id: facilityId,
    id: randomUUID(),
    audit_id: auditId,
    item_id: itemId,
    clause_id: clauseId,
    system,
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
