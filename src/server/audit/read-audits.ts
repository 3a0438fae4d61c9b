import type { AuditView } from '#core/audit/audit.ts';
import { auditState } from '#core/audit/audit-kind.ts';
import { nextAudits } from '#core/audit/next-audits.ts';
import { mayChangeTeam } from '#core/audit/team-change.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { lackingConclusion } from '#core/sheet/conclusion.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answerWordsOf, findRun, sheetOfRun } from '../sheet/index.ts';
import { type AuditRow, findAudit, findAudits } from './audit-repository.ts';
import { findFindings } from './finding-repository.ts';
import { findAsked, findInterviews } from './inquiry-repository.ts';
import { readChoices } from './involvements.ts';
import { readVeracity } from './read-veracity.ts';
import { findTeamChanges } from './team-change-repository.ts';
import { findTeam } from './team-repository.ts';

/** The audits of the facility, the newest first, and when the next of each kind is due. */
export async function listAudits(context: FacilityContext) {
  const rows = await findAudits(context);
  return {
    audits: rows.map((row) => {
      const { id, kind, fiscalYear, title, sheetId, plannedFrom, plannedTo, lead, reportedAt } = row;
      const { openFindings, lateFindings } = row;
      const head = { id, kind, fiscalYear, title, sheetId, plannedFrom, plannedTo, lead, reportedAt };
      return { ...head, openFindings, lateFindings, state: auditState(row) };
    }),
    next: [...nextAudits(rows, fiscalYearOf(context.now))],
  };
}

/** How far the check sheet is; null to those it is hidden from, and before it begins. */
async function progressOf({ tx, facilityId }: FacilityContext, catalogue: Catalogue, runId: string | null) {
  const run = runId === null ? undefined : await findRun(tx, facilityId, runId);
  if (!run) return null;
  const answers = new Map((await answerWordsOf(tx, facilityId, run.id)).map((answer) => [answer.itemId, answer]));
  const items = itemsOf(sheetOfRun(catalogue, run));
  return { items: items.length, done: items.filter(({ id }) => !lackingConclusion(answers.get(id))).length };
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

/** One audit as it stands, for this reader. */
export async function viewAudit(context: FacilityContext, catalogue: Catalogue, row: AuditRow): Promise<AuditView> {
  const { areas, clauses, auditors } = await readChoices(context, catalogue, row.sheetId);
  const team = await findTeam(context, row.id);
  const own = team.find(({ person }) => person.id === context.personId);
  const mine = own !== undefined;
  const findings = await findFindings(context, catalogue, row.id);
  const openFindings = findings.filter(({ state }) => state === 'open' || state === 'corrected').length;
  const inScope = areas.filter((area) => row.areas.includes(area.id));
  const { runId, begunAt, reportedAt } = row;
  return {
    ...headOf(row),
    mine,
    leads: own?.lead ?? false,
    findings,
    openFindings,
    requests: await findAsked(context, row.id),
    interviews: await findInterviews(context, row.id),
    lateFindings: findings.filter(({ late }) => late).length,
    state: auditState({ ...row, openFindings }),
    veracity: reportedAt === null ? null : await readVeracity(context, catalogue, { auditId: row.id, areas: inScope }),
    areas: inScope,
    clauses: clauses.filter((clause) => row.clauses.includes(clause.id)),
    team: team.map((seat) => ({
      ...seat,
      involvements: auditors.find(({ person }) => person.id === seat.person.id)?.involvements ?? [],
    })),
    teamChanges: await findTeamChanges(context, row.id),
    mayChangeTeam:
      begunAt !== null && reportedAt === null && mayChangeTeam({ leads: own?.lead ?? false, roles: context.roles }),
    runId: mine || reportedAt !== null ? runId : null,
    progress: await progressOf(context, catalogue, runId),
  };
}

export async function readAudit(context: FacilityContext, catalogue: Catalogue, auditId: string): Promise<AuditView> {
  const row = await findAudit(context, auditId);
  if (!row) throw notFound();
  return viewAudit(context, catalogue, row);
}
