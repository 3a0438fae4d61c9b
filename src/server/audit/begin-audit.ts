import type { AuditChoices, AuditView } from '#core/audit/audit.ts';
import { areasLeft, notIndependent } from '#core/audit/audit-plan.ts';
import { drawnItems } from '#core/audit/audit-scope.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { beginAuditRun, handAuditAreas } from '../sheet/index.ts';
import { type AuditRow, lockAudit, markBegun } from './audit-repository.ts';
import { readChoicesOf } from './involvements.ts';
import { readAudit } from './read-audits.ts';
import { claimsOn } from './read-claims.ts';
import { findSeats, namesOf } from './team-repository.ts';

/** One audit, held, for somebody of its team; and the team. Refused to everybody else. */
export async function lockForTeam(context: FacilityContext, auditId: string) {
  const audit = await lockAudit(context, auditId);
  if (!audit) throw notFound();
  const team = await findSeats(context, auditId);
  if (!team.some(({ personId }) => personId === context.personId)) throw refused('audit/not-of-team');
  return { audit, team };
}

type Held = Awaited<ReturnType<typeof lockForTeam>>;

/** Refuses an audit with areas nobody has, or with somebody who is no longer independent of an area; else what it was chosen from. */
export async function refuseUnfit(
  context: FacilityContext,
  catalogue: Catalogue,
  { audit, team }: Held,
): Promise<AuditChoices> {
  const choices = await readChoicesOf(context, catalogue, audit);
  const stillAuditors = team.filter(({ personId }) => choices.auditors.some(({ person }) => person.id === personId));
  const fit = { areas: audit.areas, clauses: audit.clauses, team: stillAuditors };
  const areas = areasLeft(fit, choices).map(({ id, title }) => ({ id, title }));
  if (areas.length > 0) throw refused('audit/areas-left', { areas });
  const refusals = notIndependent(fit, choices);
  if (refusals.length > 0) throw refused('audit/not-independent', { refusals });
  return choices;
}

const runOf = ({ id: auditId, sheetId, fiscalYear, areas }: AuditRow, items: readonly string[]) => {
  return { auditId, sheetId, fiscalYear, scope: { areas, items } };
};

/** Begins an audit: its check sheet is a run, each area handed to who audits it, and what the facility claims then is kept. One that has begun stays as it is. */
export async function beginAudit(context: FacilityContext, catalogue: Catalogue, auditId: string): Promise<AuditView> {
  const held = await lockForTeam(context, auditId);
  const { audit, team } = held;
  if (audit.begunAt !== null) return readAudit(context, catalogue, auditId);
  const choices = await refuseUnfit(context, catalogue, held);
  await recordActivity(context, 'audit.begun', auditId, namesOf(team));
  const items = drawnItems(audit, choices).map(({ id }) => id);
  const runId = await beginAuditRun(context, catalogue, runOf(audit, items));
  await markBegun(context, auditId, { runId, drawnItems: items, claims: await claimsOn(context, audit.sheetId) });
  await handAuditAreas(context, runId, team);
  return readAudit(context, catalogue, auditId);
}
