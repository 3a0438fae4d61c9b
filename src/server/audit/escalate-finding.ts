import type { Kysely } from 'kysely';
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

/** Asks to look at a finding when it is late; another day it is due on takes the place of the earlier. */
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

/** Puts a finding that is late before the executives, once, in the name of who leads the audit; nothing where it was put right or is due later. */
export async function escalateFinding({ db, outbox, catalogue, now }: Desk, late: Late): Promise<void> {
  const { facilityId, findingId, leadId, dueOn } = late;
  await inFacility(db, { facilityId, personId: leadId }, async (tx) => {
    const scope = { tx, facilityId, personId: leadId, roles: [], now, outbox };
    const finding = await lockFinding(scope, catalogue, findingId);
    if (!finding?.late || finding.dueOn !== dueOn) return;
    const lead = (await findTeam(scope, finding.auditId)).find(({ person }) => person.id === leadId);
    const context: FacilityContext = { ...scope, personName: lead?.person.name ?? '' };
    const source = lateSource(findingId, dueOn);
    if ((await findRequests(context)).some((request) => request.source === source)) return;
    await putBefore(context, { ...lateRequest(finding), source });
  });
}
