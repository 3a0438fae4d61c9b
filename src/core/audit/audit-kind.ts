import { z } from 'zod';

/** By people of the facility, or by others (経営管理編 7.0 3⑪). */
export const auditKindSchema = z.enum(['internal', 'external']);
export type AuditKind = z.infer<typeof auditKindSchema>;

export const auditKindTitles: Readonly<Record<AuditKind, string>> = { internal: '内部監査', external: '外部監査' };

/** Planned, its check sheet begun, reported to the executives, every finding seen to its end. */
export const auditStateSchema = z.enum(['planned', 'under-way', 'reported', 'closed']);
export type AuditState = z.infer<typeof auditStateSchema>;

export const auditStateTitles: Readonly<Record<AuditState, string>> = {
  planned: '計画',
  'under-way': '実施中',
  reported: '報告済み',
  closed: '完了',
};

/** The state of an audit, which follows from what was done in it. */
export function auditState(audit: {
  readonly begunAt: unknown;
  readonly reportedAt: unknown;
  readonly openFindings: number;
}): AuditState {
  if (audit.reportedAt !== null) return audit.openFindings > 0 ? 'reported' : 'closed';
  return audit.begunAt === null ? 'planned' : 'under-way';
}
