import type { AuditView } from '#core/audit/audit.ts';
import { decideTeamChange, type TeamChangeEdit } from '#core/audit/team-change.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { handAuditAreas } from '../sheet/index.ts';
import { lockAudit, markTeamChanged } from './audit-repository.ts';
import { readChoicesOf } from './involvements.ts';
import { refuseUnsound } from './plan-audit.ts';
import { readAudit } from './read-audits.ts';
import { insertTeamChange } from './team-change-repository.ts';
import { findSeats, namesOf, replaceTeam } from './team-repository.ts';

type Changing = TeamChangeEdit & { readonly auditId: string; readonly revision: number };

/** Gives an audit that has begun another team, whose independence is looked at anew; from whom to whom and why stays with the audit. */
export async function changeTeam(
  context: FacilityContext,
  catalogue: Catalogue,
  { auditId, revision, team, reason }: Changing,
): Promise<AuditView> {
  const audit = await lockAudit(context, auditId);
  if (!audit) throw notFound();
  if (audit.revision !== revision) {
    throw refused('audit/changed', { current: await readAudit(context, catalogue, auditId) });
  }
  const former = await findSeats(context, auditId);
  const leads = former.some((seat) => seat.lead && seat.personId === context.personId);
  const state = { begun: audit.begunAt !== null, reported: audit.reportedAt !== null };
  const decision = decideTeamChange({ ...state, leads, roles: context.roles, former, team });
  if (decision.kind === 'refused') throw refused(decision.reason);
  if (decision.kind === 'not-valid') throw refused('input-not-valid', { faults: decision.faults });
  refuseUnsound({ ...audit, team }, await readChoicesOf(context, catalogue, audit));
  await recordActivity(context, 'audit.team-changed', auditId, { former: namesOf(former).team, ...namesOf(team) });
  await insertTeamChange(context, { auditId, former, present: team, reason });
  await replaceTeam(context, auditId, team);
  await handAuditAreas(context, audit.runId ?? '', team);
  await markTeamChanged(context, auditId);
  return readAudit(context, catalogue, auditId);
}
