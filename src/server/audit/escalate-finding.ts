import { type Kysely, sql } from 'kysely';
import { type Finding, lastDayOf } from '#core/audit/finding.ts';
import { lateFrom, lateRequest, lateSource, lateSources } from '#core/audit/late-request.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { lockStanding, putBefore, takeBackOpen } from '../plan/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
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

/** Takes back what the executives are asked of a finding for a last day it no longer has. */
export async function takeBackFormer(context: FacilityContext, finding: Finding): Promise<void> {
  const last = lastDayOf(finding);
  await takeBackOpen(context, lateSources(finding.id), last === null ? null : lateSource(finding.id, last));
}

/**
 * Puts a finding that is late before the executives, once, in the place of what they were asked of it before; nothing where it was
 * put right or is due later. In the name of who leads the audit, or of an executive where that person has left.
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
  if (await lockStanding(context, source)) return;
  await recordActivity(context, 'audit.finding-overdue', findingId, { dueOn });
  await takeBackFormer(context, finding);
  await putBefore(context, { ...lateRequest(finding), source });
}
