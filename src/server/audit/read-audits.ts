import type { AuditChoices, AuditView } from '#core/audit/audit.ts';
import { auditState } from '#core/audit/audit-kind.ts';
import { tiesWithin } from '#core/audit/independence.ts';
import { nextAudits } from '#core/audit/next-audits.ts';
import { mayChangeTeam } from '#core/audit/team-change.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type AuditRow, findAudit, findAudits, yearsReported } from './audit-repository.ts';
import { findConcerns } from './concern-repository.ts';
import { findFindings } from './finding-repository.ts';
import { findAsked, findInterviews } from './inquiry-repository.ts';
import { readChoicesOf } from './involvements.ts';
import { areasOf, progressOf, readCheckSheet, readClausesInScope } from './read-scope.ts';
import { readVeracity } from './read-veracity.ts';
import { findRemarks } from './remark-repository.ts';
import { findTeamChanges } from './team-change-repository.ts';
import { findTeam } from './team-repository.ts';

const page = 200;

/** One page of the audits of the facility, the newest first, and when the next of each kind is due. */
export async function listAudits(context: FacilityContext, after?: string) {
  const rows = await findAudits(context, { after, most: page + 1 });
  return {
    audits: rows.slice(0, page).map((row) => {
      const { id, kind, fiscalYear, title, sheetId, plannedFrom, plannedTo, lead, reportedAt } = row;
      const { openFindings, lateFindings } = row;
      const head = { id, kind, fiscalYear, title, sheetId, plannedFrom, plannedTo, lead, reportedAt };
      return { ...head, openFindings, lateFindings, state: auditState(row) };
    }),
    more: rows.length > page,
    next: [...nextAudits(await yearsReported(context), fiscalYearOf(context.now))],
  };
}

function headOf(row: AuditRow) {
  const { id, kind, fiscalYear, title, sheetId, plannedFrom, plannedTo, systems, begunAt, reportedAt } = row;
  const { revision, opinion } = row;
  return {
    id,
    kind,
    fiscalYear,
    title,
    sheetId,
    plannedFrom,
    plannedTo,
    systems,
    begunAt,
    reportedAt,
    revision,
    opinion,
  };
}

/** What ties one of the team to what the audit is about. */
function tiesOf({ auditors }: AuditChoices, { clauses }: AuditRow, personId: string) {
  const auditor = auditors.find(({ person }) => person.id === personId);
  return auditor ? [...tiesWithin(auditor.involvements, clauses)] : [];
}

/** One audit as it stands, for this reader. */
export async function viewAudit(context: FacilityContext, catalogue: Catalogue, row: AuditRow): Promise<AuditView> {
  const choices = await readChoicesOf(context, catalogue, row);
  const team = await findTeam(context, row.id);
  const own = team.find(({ person }) => person.id === context.personId);
  const mine = own !== undefined;
  const findings = await findFindings(context, catalogue, row.id);
  const openFindings = findings.filter(({ state }) => state === 'open' || state === 'corrected').length;
  const areas = areasOf(row, choices);
  const checked = await readCheckSheet(context, catalogue, row.runId);
  const { runId, begunAt, reportedAt } = row;
  return {
    ...headOf(row),
    mine,
    leads: own?.lead ?? false,
    findings,
    openFindings,
    remarks: mine && reportedAt === null ? await findRemarks(context, row.id) : [],
    requests: await findAsked(context, row.id),
    interviews: await findInterviews(context, row.id),
    lateFindings: findings.filter(({ late }) => late).length,
    state: auditState({ ...row, openFindings }),
    veracity: reportedAt === null ? null : await readVeracity(context, catalogue, { auditId: row.id, areas }),
    areas,
    clauses: await readClausesInScope(context, catalogue, { row, checked }),
    concerned: await findConcerns(context, row.id),
    team: team.map((seat) => ({ ...seat, involvements: tiesOf(choices, row, seat.person.id) })),
    teamChanges: await findTeamChanges(context, row.id),
    mayChangeTeam:
      begunAt !== null && reportedAt === null && mayChangeTeam({ leads: own?.lead ?? false, roles: context.roles }),
    runId: mine || reportedAt !== null ? runId : null,
    progress: progressOf(checked),
  };
}

export async function readAudit(context: FacilityContext, catalogue: Catalogue, auditId: string): Promise<AuditView> {
  const row = await findAudit(context, auditId);
  if (!row) throw notFound();
  return viewAudit(context, catalogue, row);
}
