import { type Asking, type AuditRequest, type Interview, inquiriesAtMost } from '#core/audit/inquiry.ts';
import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import { may } from '#core/identity/role.ts';
import { holdMembership } from '../identity/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { askToRemind } from '../platform/due/remind.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { refuseAhead } from '../platform/http/refuse-ahead.ts';
import { findAudit } from './audit-repository.ts';
import { lockForTeam } from './begin-audit.ts';
import {
  findAsked,
  findInterviews,
  insertAsked,
  insertInterview,
  lockAsked,
  updateReply,
} from './inquiry-repository.ts';
import { refuseOutOfScope } from './set-concern.ts';

/** Refuses once the audit is reported, and what is about a system that is not in its scope. */
async function lockOpen(context: FacilityContext, auditId: string, system: string): Promise<void> {
  const { audit } = await lockForTeam(context, auditId);
  if (audit.reportedAt !== null) throw refused('audit/reported');
  if (system !== '') refuseOutOfScope(audit, [system], 'system');
}

async function asItStands(context: FacilityContext, id: string): Promise<AuditRequest> {
  const asked = await lockAsked(context, id);
  if (!asked) throw notFound();
  return asked;
}

/** Asks somebody of the facility for evidence or words, by a day. */
export async function askFor(
  context: FacilityContext,
  catalogue: Catalogue,
  { auditId, ...asked }: Asking & { readonly auditId: string },
): Promise<AuditRequest> {
  const { tx, facilityId } = context;
  await lockOpen(context, auditId, asked.system);
  if ((await findAsked(context, auditId)).length >= inquiriesAtMost) throw refused('audit/full');
  if (asked.itemId !== null && !findItem(catalogue, asked.itemId)) throw notFound();
  const roles = await holdMembership(tx, facilityId, asked.ofId);
  if (!roles) throw refused('audit/not-member');
  if (!may(roles, 'audit.reply')) throw refused('audit/not-able');
  await recordActivity(context, 'audit.asked', auditId, { item: asked.itemId, person: asked.ofId });
  const id = await insertAsked(context, auditId, asked);
  await askToRemind(context, { kind: 'request', id, dueOn: asked.dueOn });
  return asItStands(context, id);
}

type Replying = { readonly requestId: string; readonly revision: number; readonly reply: string };

/** Answers what was asked for; it can be written anew until the audit is reported. */
export async function replyTo(
  context: FacilityContext,
  { requestId, revision, reply }: Replying,
): Promise<AuditRequest> {
  const asked = await asItStands(context, requestId);
  const audit = await findAudit(context, asked.auditId);
  if (audit?.reportedAt !== null) throw refused('audit/reported');
  if (asked.revision !== revision) throw refused('audit/request-changed', { current: asked });
  await recordActivity(context, 'audit.replied', requestId);
  await updateReply(context, requestId, reply);
  return asItStands(context, requestId);
}

/** Notes what was asked and said in an interview; the team alone reads it. */
export async function noteInterview(
  context: FacilityContext,
  { auditId, ...held }: Omit<Interview, 'id'> & { readonly auditId: string },
): Promise<Interview> {
  await lockOpen(context, auditId, held.system);
  if ((await findInterviews(context, auditId)).length >= inquiriesAtMost) throw refused('audit/full');
  refuseAhead(context, { heldOn: held.heldOn });
  await recordActivity(context, 'audit.interviewed', auditId);
  return insertInterview(context, auditId, held);
}
