import { inquiriesAtMost } from '#core/audit/inquiry.ts';
import { type Remark, type RemarkEdit, type RemarkWords, remarkFaults } from '#core/audit/remark.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { lockForTeam } from './begin-audit.ts';
import { deleteRemark, findRemark, findRemarks, insertRemark, updateRemark } from './remark-repository.ts';

async function asItStands(context: FacilityContext, id: string): Promise<Remark> {
  const remark = await findRemark(context, id);
  if (!remark) throw notFound();
  return remark;
}

/** The audit, held, for somebody of its team, from its beginning to its report. */
async function lockUnderWay(context: FacilityContext, auditId: string) {
  const { audit } = await lockForTeam(context, auditId);
  if (audit.reportedAt !== null) throw refused('audit/reported');
  if (audit.begunAt === null) throw refused('audit/not-begun');
  return audit;
}

/** Records what was found at a clause or a system of the scope where no item speaks of it. */
export async function addRemark(
  context: FacilityContext,
  { auditId, ...remark }: RemarkEdit & { readonly auditId: string },
): Promise<Remark> {
  const faults = remarkFaults(remark, await lockUnderWay(context, auditId));
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  if ((await findRemarks(context, auditId)).length >= inquiriesAtMost) throw refused('audit/full');
  const at = remark.clauseId ?? remark.system;
  await recordActivity(context, 'audit.remarked', auditId, { at });
  return asItStands(context, await insertRemark(context, auditId, remark));
}

/** One remark of an audit under way, held with its audit. */
async function lockRemark(context: FacilityContext, id: string): Promise<Remark> {
  const { auditId } = await asItStands(context, id);
  await lockUnderWay(context, auditId);
  return asItStands(context, id);
}

type Editing = RemarkWords & { readonly remarkId: string; readonly revision: number };

/** Writes a remark anew; refused where somebody else has meanwhile. */
export async function editRemark(context: FacilityContext, { remarkId, revision, ...words }: Editing): Promise<Remark> {
  const current = await lockRemark(context, remarkId);
  if (current.revision !== revision) throw refused('audit/remark-changed', { current });
  await recordActivity(context, 'audit.remark-edited', current.auditId, { at: current.clauseId ?? current.system });
  await updateRemark(context, remarkId, words);
  return asItStands(context, remarkId);
}

export async function removeRemark(context: FacilityContext, remarkId: string): Promise<void> {
  const { auditId, clauseId, system } = await lockRemark(context, remarkId);
  await recordActivity(context, 'audit.remark-removed', auditId, { at: clauseId ?? system });
  await deleteRemark(context, remarkId);
}
