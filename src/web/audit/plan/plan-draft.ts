import type { AuditPlan } from '#core/audit/audit.ts';
import { areasInScope } from '#core/audit/audit-scope.ts';
import { barsFromAll, speaksAgainst, tiesWithin } from '#core/audit/independence.ts';
import { fiscalYearOf, yearTitle } from '#core/kernel/fiscal-year.ts';
import type { ChoicesView, ShownAudit } from '../calls.ts';

/** A plan while it is written: who has each area, null where nobody has it yet; it counts where the area is in scope. */
export type PlanDraft = Omit<AuditPlan, 'team'> & {
  readonly holders: Readonly<Record<string, string | null>>;
  readonly leadId: string | null;
  /** Systems in scope that the facility has not recorded, one a line. */
  readonly otherSystems: string;
};

type Auditors = ChoicesView['auditors'];

/** The draft of a new audit: every area of the sheet, this fiscal year. */
export function newDraft(sheetId: AuditPlan['sheetId'], choices: ChoicesView): PlanDraft {
  return {
    kind: 'internal',
    title: `${yearTitle(fiscalYearOf(new Date()))} 内部監査`,
    sheetId,
    plannedFrom: '',
    plannedTo: '',
    areas: choices.areas.map(({ id }) => id),
    clauses: [],
    systems: [],
    otherSystems: '',
    leadId: null,
    holders: {},
  };
}

export function draftOf(audit: ShownAudit, { systems: recorded }: Pick<ChoicesView, 'systems'>): PlanDraft {
  const { kind, title, sheetId, plannedFrom, plannedTo, systems, clauses, areas, team } = audit;
  const holderOf = (area: string) => team.find((seat) => seat.areas.includes(area))?.person.id ?? null;
  return {
    kind,
    title,
    sheetId,
    plannedFrom,
    plannedTo,
    systems: systems.filter((system) => recorded.includes(system)),
    otherSystems: systems.filter((system) => !recorded.includes(system)).join('\n'),
    areas: areas.filter(({ whole }) => whole).map(({ id }) => id),
    clauses: clauses.map(({ id }) => id),
    leadId: team.find(({ lead }) => lead)?.person.id ?? null,
    holders: Object.fromEntries(areas.map(({ id }) => [id, holderOf(id)])),
  };
}

/** The team as it stands. */
export const seatsOf = ({ team }: Pick<ShownAudit, 'team'>): AuditPlan['team'] =>
  team.map(({ person, lead, areas }) => ({ personId: person.id, lead, areas }));

type Scope = Pick<PlanDraft, 'areas' | 'clauses'>;
type Choices = Pick<ChoicesView, 'areas' | 'clauses'>;

/** Who has each area of the scope. */
const held = (draft: Scope & Pick<PlanDraft, 'holders'>, choices: Choices) =>
  areasInScope(draft, choices).map(({ id }) => ({ area: id, person: draft.holders[id] ?? null }));

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is sent of a draft: the team are the one who leads and whoever has an area. */
export function planOf(draft: PlanDraft, choices: Choices): AuditPlan {
  const { holders: _, leadId, otherSystems, ...plan } = draft;
  const seats = held(draft, choices);
  const people = new Set([leadId, ...seats.map(({ person }) => person)].filter((id) => id !== null));
  const areasOf = (id: string) => seats.filter(({ person }) => person === id).map(({ area }) => area);
  return {
    ...plan,
    areas: plan.areas.toSorted(),
    systems: [...new Set([...plan.systems, ...linesOf(otherSystems)])],
    team: [...people].map((personId) => ({ personId, lead: personId === leadId, areas: areasOf(personId) })),
  };
}

/** Gives every area nobody has to the one who leads, as far as the person is independent of it. */
export function withLeadElsewhere(draft: PlanDraft, choices: Choices & Pick<ChoicesView, 'auditors'>): PlanDraft {
  const lead = choices.auditors.find(({ person }) => person.id === draft.leadId);
  if (!lead) return draft;
  const ties = tiesWithin(lead.involvements, draft.clauses);
  const free = (area: string) => speaksAgainst(ties, area).length === 0;
  const holders = held(draft, choices).map(({ area, person }) => [
    area,
    person ?? (free(area) ? lead.person.id : null),
  ]);
  return { ...draft, holders: { ...draft.holders, ...Object.fromEntries(holders) } };
}

/** The draft with these clauses in scope; who is tied to one of them leads no more, and has no area it is asked in. */
export function withClauses(draft: PlanDraft, clauses: readonly string[], auditors: Auditors): PlanDraft {
  const within = new Map(auditorsWithin(auditors, clauses).map((one) => [one.person.id, one.involvements]));
  const isFree = (area: string, id: string | null) => speaksAgainst(within.get(id ?? '') ?? [], area).length === 0;
  const holders = Object.entries(draft.holders).map(([area, id]) => [area, isFree(area, id) ? id : null]);
  const leads = barsFromAll(within.get(draft.leadId ?? '') ?? []).length === 0;
  return {
    ...draft,
    clauses: [...clauses],
    leadId: leads ? draft.leadId : null,
    holders: Object.fromEntries(holders),
  };
}

/** The auditors as far as they are tied where these clauses are in scope. */
export const auditorsWithin = (auditors: Auditors, clauses: readonly string[]): Auditors =>
  auditors.map(({ person, involvements }) => ({ person, involvements: [...tiesWithin(involvements, clauses)] }));
