import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inquiriesAtMost } from '#core/audit/inquiry.ts';
import type { Remark, RemarkEdit, RemarkWords } from '#core/audit/remark.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId' | 'personId' | 'now'>;

const remarksOf = ({ tx, facilityId }: Pick<Scope, 'tx' | 'facilityId'>) =>
  tx
    .selectFrom('audit_remark as r')
    .innerJoin('person as p', 'p.id', 'r.written_by')
    .select(['r.id', 'r.audit_id', 'r.clause_id', 'r.system', 'r.conclusion', 'r.statement', 'r.revision'])
    .select(['r.written_by', 'p.name'])
    .where('r.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof remarksOf>['executeTakeFirstOrThrow']>>;

const remarkOf = (row: Row): Remark => ({
  id: row.id,
  auditId: row.audit_id,
  clauseId: row.clause_id,
  system: row.system ?? '',
  conclusion: row.conclusion as Remark['conclusion'],
  statement: row.statement,
  writtenBy: { id: row.written_by, name: row.name },
  revision: row.revision,
});

/** What the team of an audit recorded at clauses and systems, as far as the person may see it. */
export async function findRemarks(scope: Pick<Scope, 'tx' | 'facilityId'>, auditId: string): Promise<Remark[]> {
  const rows = await remarksOf(scope)
    .where('r.audit_id', '=', auditId)
    .orderBy('r.clause_id')
    .orderBy('r.system')
    .orderBy('r.id')
    .limit(inquiriesAtMost)
    .execute();
  return rows.map(remarkOf);
}

export async function findRemark(scope: Pick<Scope, 'tx' | 'facilityId'>, id: string): Promise<Remark | undefined> {
  const row = await remarksOf(scope).where('r.id', '=', id).executeTakeFirst();
  return row && remarkOf(row);
}

export async function insertRemark({ tx, facilityId, personId, now }: Scope, auditId: string, remark: RemarkEdit) {
  const id = randomUUID();
  await tx
    .insertInto('audit_remark')
    .values({
      facility_id: facilityId,
      id,
      audit_id: auditId,
      clause_id: remark.clauseId,
      system: remark.system === '' ? null : remark.system,
      conclusion: remark.conclusion,
      statement: remark.statement.trim(),
      written_by: personId,
      written_at: now,
    })
    .execute();
  return id;
}

export const updateRemark = (
  { tx, facilityId, personId, now }: Scope,
  id: string,
  { conclusion, statement }: RemarkWords,
) =>
  tx
    .updateTable('audit_remark')
    .set({ conclusion, statement: statement.trim(), written_by: personId, written_at: now })
    .set({ revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

export const deleteRemark = ({ tx, facilityId }: Scope, id: string) =>
  tx.deleteFrom('audit_remark').where('facility_id', '=', facilityId).where('id', '=', id).execute();
