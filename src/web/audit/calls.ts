import type { AuditedSheet } from '#core/audit/audit.ts';
import { auditContract } from '#core/audit/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const audits = queriesFor(auditContract);

/** The audits of a facility, page by page, always as they stand now. */
export const auditsQuery = (facilityId: string) =>
  audits.audits.infiniteOptions({
    input: (after: string | undefined) => ({ facilityId, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => (page.more ? page.audits.at(-1)?.id : undefined),
    staleTime: 0,
  });

type AuditPath = { readonly facilityId: string; readonly auditId: string };

export const auditQuery = (path: AuditPath) => audits.audit.queryOptions({ input: path, staleTime: 0 });

export const choicesQuery = (facilityId: string, sheetId: AuditedSheet) =>
  audits.choices.queryOptions({ input: { facilityId, sheetId }, staleTime: 0 });

/** What the facility claims on the sheet of an audit; it does not change while somebody audits. */
export const claimsQuery = (path: AuditPath) => audits.claims.queryOptions({ input: path });

export type ShownAudit = Awaited<ReturnType<typeof audits.audit.call>>;
export type ShownFinding = ShownAudit['findings'][number];
export type ShownRemark = ShownAudit['remarks'][number];
export type AuditList = Awaited<ReturnType<typeof audits.audits.call>>;
export type ChoicesView = Awaited<ReturnType<typeof audits.choices.call>>;
