import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Asking, type AuditRequest, type Interview, inquiriesAtMost } from '#core/audit/inquiry.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId' | 'now'>;

const requestsOf = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('audit_request as q')
    .innerJoin('person as p', 'p.id', 'q.of_id')
    .leftJoin('person as b', 'b.id', 'q.replied_by')
    .select([
      'q.id',
      'q.audit_id',
      'q.item_id',
      'q.system',
      'q.wanted',
      'q.of_id',
      'p.name',
      'q.reply',
      'q.replied_at',
      'q.replied_by',
      'b.name as replier',
      'q.revision',
    ])
    .select(sql<string>`to_char(q.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('q.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof requestsOf>['executeTakeFirstOrThrow']>>;

const requestOf = (row: Row, now: Date): AuditRequest => ({
  id: row.id,
  auditId: row.audit_id,
  itemId: row.item_id,
  system: row.system,
  wanted: row.wanted,
  dueOn: row.due_on,
  of: { id: row.of_id, name: row.name },
  reply: row.reply,
  repliedAt: row.replied_at,
  revision: row.revision,
  repliedBy: row.replied_by === null ? null : { id: row.replied_by, name: row.replier ?? '' },
  late: row.replied_at === null && row.due_on < dayInJapan(now),
});

/** What was asked for in an audit, what is due first before. */
export async function findAsked(scope: Scope, auditId: string): Promise<AuditRequest[]> {
  const rows = await requestsOf(scope)
    .where('q.audit_id', '=', auditId)
    .orderBy('q.due_on')
    .orderBy('q.id')
    .limit(inquiriesAtMost)
    .execute();
  return rows.map((row) => requestOf(row, scope.now));
}

/** One of these, held until the transaction ends. */
export async function lockAsked(scope: Scope, id: string): Promise<AuditRequest | undefined> {
  const row = await requestsOf(scope).where('q.id', '=', id).forUpdate('q').executeTakeFirst();
  return row && requestOf(row, scope.now);
}

export async function insertAsked({ tx, facilityId, now }: Scope, auditId: string, asked: Asking): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('audit_request')
    .values({
      facility_id: facilityId,
      id,
      audit_id: auditId,
      item_id: asked.itemId,
      system: asked.system,
      wanted: asked.wanted.trim(),
      of_id: asked.ofId,
      due_on: asked.dueOn,
      asked_at: now,
    })
    .execute();
  return id;
}

export const updateReply = (
  { tx, facilityId, personId, now }: Scope & Pick<FacilityContext, 'personId'>,
  id: string,
  reply: string,
) =>
  tx
    .updateTable('audit_request')
    .set({ reply: reply.trim(), replied_at: now, replied_by: personId, revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

/** The interviews of an audit, the oldest first, as far as the person may see them. */
export async function findInterviews({ tx, facilityId }: Scope, auditId: string): Promise<Interview[]> {
  const rows = await tx
    .selectFrom('audit_interview')
    .select(['id', 'system', 'with_whom', 'said', sql<string>`to_char(held_on, 'YYYY-MM-DD')`.as('held_on')])
    .where('facility_id', '=', facilityId)
    .where('audit_id', '=', auditId)
    .orderBy('held_on')
    .orderBy('id')
    .limit(inquiriesAtMost)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    system: row.system,
    withWhom: row.with_whom,
    heldOn: row.held_on,
    said: row.said,
  }));
}

export async function insertInterview(
  { tx, facilityId, now }: Scope,
  auditId: string,
  held: Omit<Interview, 'id'>,
): Promise<Interview> {
  const interview = { ...held, id: randomUUID(), withWhom: held.withWhom.trim(), said: held.said.trim() };
  const { id, system, withWhom, heldOn, said } = interview;
  await tx
    .insertInto('audit_interview')
    .values({
      facility_id: facilityId,
      id,
      audit_id: auditId,
      system,
      with_whom: withWhom,
      held_on: heldOn,
      said,
      noted_at: now,
    })
    .execute();
  return interview;
}
