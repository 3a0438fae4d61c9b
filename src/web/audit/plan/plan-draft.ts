import type { AuditPlan } from '#core/audit/audit.ts';
import { speaksAgainst } from '#core/audit/independence.ts';
import { fiscalYearOf, yearTitle } from '#core/kernel/fiscal-year.ts';
import type { ChoicesView, ShownAudit } from '../calls.ts';

/** A plan while it is written: who has each area of the scope, null where nobody has it yet. */
export type PlanDraft = Omit<AuditPlan, 'areas' | 'team'> & {
  readonly holders: Readonly<Record<string, string | null>>;
  readonly leadId: string | null;
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
    clauses: [],
    systems: '',
    leadId: null,
    holders: Object.fromEntries(choices.areas.map(({ id }) => [id, null])),
  };
}

export function draftOf(audit: ShownAudit): PlanDraft {
  const { kind, title, sheetId, plannedFrom, plannedTo, systems, clauses, areas, team } = audit;
  const holderOf = (area: string) => team.find((seat) => seat.areas.includes(area))?.person.id ?? null;
  return {
    kind,
    title,
    sheetId,
    plannedFrom,
    plannedTo,
    systems,
    clauses: clauses.map(({ id }) => id),
    leadId: team.find(({ lead }) => lead)?.person.id ?? null,
    holders: Object.fromEntries(areas.map(({ id }) => [id, holderOf(id)])),
  };
}

/** The team as it stands. */
export const seatsOf = ({ team }: Pick<ShownAudit, 'team'>): AuditPlan['team'] =>
  team.map(({ person, lead, areas }) => ({ personId: person.id, lead, areas }));

/** What is sent of a draft: the team are the one who leads and whoever has an area. */
export function planOf({ holders, leadId, ...plan }: PlanDraft): AuditPlan {
  const people = new Set([leadId, ...Object.values(holders)].filter((id) => id !== null));
  const areasOf = (person: string) => Object.keys(holders).filter((area) => holders[area] === person);
  return {
    ...plan,
    areas: Object.keys(holders).toSorted(),
    team: [...people].map((personId) => ({ personId, lead: personId === leadId, areas: areasOf(personId) })),
  };
}

/** Gives every area nobody has to the one who leads, as far as the person is independent of it. */
export function withLeadElsewhere(draft: PlanDraft, auditors: Auditors): PlanDraft {
  const lead = auditors.find(({ person }) => person.id === draft.leadId);
  if (!lead) return draft;
  const free = (area: string) => speaksAgainst(lead.involvements, area).length === 0;
  const holders = Object.entries(draft.holders).map(([area, holder]) => [
    area,
    holder ?? (free(area) ? lead.person.id : null),
  ]);
  return { ...draft, holders: Object.fromEntries(holders) };
}
