import { type Kysely, sql } from 'kysely';
import { lastDayOf } from '#core/audit/finding.ts';
import { lateFrom, lateRequest, lateSource } from '#core/audit/late-request.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { findRequests, putBefore } from '../plan/index.ts';
import type { Tables } from '../platform/database/tables.ts';
import { inFacility } from '../platform/database/transaction.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import { lockFinding } from './finding-repository.ts';
import { findTeam } from './team-repository.ts';

type Due = { readonly findingId: string; readonly auditId: string; readonly dueOn: string };

/** Asks to look at a finding when it is late; another last day takes the place of the earlier. */
export async function askToEscalate(context: FacilityContext, { findingId, auditId, dueOn }: Due): Promise<void> {
  const { tx, facilityId } = context;
  const lead = (await findTeam(context, auditId)).find((seat) => seat.lead);
  if (!lead) return;
  const payload = { facilityId, findingId, leadId: lead.person.id, dueOn };
  const when = { onlyOne: `audit.correction-due ${facilityId} ${findingId}`, runAt: lateFrom(dueOn) };
  await enqueue(tx, 'audit.correction-due', payload, when);
}

type Desk = {
  readonly db: Kysely<Tables>;
  readonly outbox: Outbox | undefined;
  readonly catalogue: Catalogue;
  readonly now: Date;
};
type Late = {
  readonly facilityId: string;
  readonly findingId: string;
  readonly leadId: string;
  readonly dueOn: string;
};

/**
 * Puts a finding that is late before the executives, once; nothing where it was put right or is due later. In the name of who
 * leads the audit, or of an executive where that person has left.
 */
export async function escalateFinding({ db, outbox, catalogue, now }: Desk, late: Late): Promise<void> {
  const { facilityId, leadId } = late;
  const { rows } = await sql<{ id: string }>`select executives_of(${facilityId}) as id`.execute(db);
  for (const personId of [leadId, ...rows.map(({ id }) => id)]) {
    const entered = await inFacility(db, { facilityId, personId, now }, async (tx) => {
      const { name } = await tx
        .selectFrom('person')
        .select('name')
        .where('id', '=', personId)
        .executeTakeFirstOrThrow();
      const context = { tx, facilityId, personId, personName: name, roles: [], now, outbox };
      await putLateBefore(context, catalogue, late);
      return true;
    });
    if (entered) return;
  }
}

async function putLateBefore(context: FacilityContext, catalogue: Catalogue, { findingId, dueOn }: Late) {
  const finding = await lockFinding(context, catalogue, findingId);
  if (!finding?.late || lastDayOf(finding) !== dueOn) return;
  const source = lateSource(findingId, dueOn);
  if ((await findRequests(context)).some((request) => request.source === source)) return;
  await putBefore(context, { ...lateRequest(finding), source });
}
