import type { Fault } from '../kernel/contract.ts';
import type { AuditChoices, AuditPlan } from './audit.ts';
import { areasInScope } from './audit-scope.ts';
import { barsFromAll, type Involvement, speaksAgainst, tiesWithin } from './independence.ts';
import { isSameTeam } from './team-change.ts';

/** Somebody who is not independent of an area; the area is null where it is every one of them. */
export type NotIndependent = {
  readonly name: string;
  readonly area: string | null;
  readonly reasons: readonly Involvement[];
};

export type PlanDecision =
  | { readonly kind: 'plan' }
  | { readonly kind: 'not-valid'; readonly faults: readonly Fault[] }
  | { readonly kind: 'not-independent'; readonly refusals: readonly NotIndependent[] };

/** What is known already of an audit that is changed; undefined of a new one. */
export type StandingPlan = Pick<AuditPlan, 'kind' | 'sheetId' | 'areas' | 'clauses' | 'team'> & {
  readonly begun: boolean;
};

const fault = (field: string, code: string, message: string): Fault => ({ field, code, message });

function scopeFaults({ areas, clauses, systems }: AuditPlan, choices: AuditChoices): Fault[] {
  const known = (ids: readonly string[], of: AuditChoices['areas']) =>
    ids.every((id) => of.some((one) => one.id === id));
  const chosen = areas.length + clauses.length + systems.length > 0;
  return [
    ...(chosen ? [] : [fault('areas', 'nothing', '分野・条項・システムのうち、どれか一つは選んでください。')]),
    ...(known(areas, choices.areas)
      ? []
      : [fault('areas', 'not-known', '点検票に無い分野があります。選び直してください。')]),
    ...(known(clauses, choices.clauses)
      ? []
      : [fault('clauses', 'not-known', 'ガイドラインに無い条項があります。選び直してください。')]),
  ];
}

function teamFaults({ areas, clauses, team }: AuditPlan, choices: AuditChoices): Fault[] {
  const wrong = (code: string, message: string) => [fault('team', code, message)];
  const people = team.map(({ personId }) => personId);
  const taken = team.flatMap((seat) => seat.areas);
  const inScope = areasInScope({ areas, clauses }, choices).map(({ id }) => id);
  if (!people.every((id) => choices.auditors.some(({ person }) => person.id === id)))
    return wrong('not-auditor', '監査担当の役割が無い人がいます。役割を決めてから選んでください。');
  if (new Set(people).size < people.length) return wrong('twice', '同じ人が2回あります。');
  if (team.length > 0 && team.filter(({ lead }) => lead).length !== 1)
    return wrong('one-lead', '責任者を一人選んでください。');
  if (!taken.every((area) => inScope.includes(area))) return wrong('out-of-scope', '対象に無い分野の担当がいます。');
  if (new Set(taken).size < taken.length) return wrong('area-twice', '一つの分野を見るのは、一人にしてください。');
  return [];
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.toSorted().join() === others.toSorted().join();

function changeFaults(plan: AuditPlan, standing: StandingPlan | undefined): Fault[] {
  const same =
    !standing?.begun ||
    (plan.kind === standing.kind &&
      plan.sheetId === standing.sheetId &&
      isSame(plan.areas, standing.areas) &&
      isSame(plan.clauses, standing.clauses));
  const sameTeam = !standing?.begun || isSameTeam(plan.team, standing.team);
  return [
    ...(same ? [] : [fault('areas', 'begun', '始めた監査の種類・点検票・対象の分野と条項は変えられません。')]),
    ...(sameTeam ? [] : [fault('team', 'begun', '始めた監査の人は、「監査する人を替える」で、理由を書いて替えます。')]),
  ];
}

/** Everybody of a team who is not independent of an area the person is to audit, or of all of them, clauses in scope considered. */
export function notIndependent(
  { clauses, team }: Pick<AuditPlan, 'clauses' | 'team'>,
  { areas, auditors }: Pick<AuditChoices, 'areas' | 'auditors'>,
): NotIndependent[] {
  return team.flatMap(({ personId, areas: taken }): NotIndependent[] => {
    const auditor = auditors.find(({ person }) => person.id === personId);
    if (!auditor) return [];
    const { person } = auditor;
    const involvements = tiesWithin(auditor.involvements, clauses);
    const bars = barsFromAll(involvements);
    if (bars.length > 0) return [{ name: person.name, area: null, reasons: bars }];
    return taken.flatMap((id) => {
      const reasons = speaksAgainst(involvements, id);
      const area = areas.find((one) => one.id === id)?.title ?? id;
      return reasons.length === 0 ? [] : [{ name: person.name, area, reasons }];
    });
  });
}

/**
 * Whether an audit may be planned so: every fault of its form, else everybody of the team who is not independent of an
 * area he or she is to audit, with the reasons (経営管理編 7.0 3⑪). Scope and team stay as they are once the audit has begun.
 */
export function decidePlan(plan: AuditPlan, choices: AuditChoices, standing?: StandingPlan): PlanDecision {
  const days =
    plan.plannedTo < plan.plannedFrom
      ? [fault('plannedTo', 'before-start', '終える日を、始める日より前にはできません。')]
      : [];
  const faults = [
    ...days,
    ...scopeFaults(plan, choices),
    ...teamFaults(plan, choices),
    ...changeFaults(plan, standing),
  ];
  if (faults.length > 0) return { kind: 'not-valid', faults };
  const refusals = notIndependent(plan, choices);
  return refusals.length > 0 ? { kind: 'not-independent', refusals } : { kind: 'plan' };
}

/** The areas of the scope that nobody of the team has. */
export const areasLeft = (
  { areas, clauses, team }: Pick<AuditPlan, 'areas' | 'clauses' | 'team'>,
  choices: Pick<AuditChoices, 'areas' | 'clauses'>,
) => areasInScope({ areas, clauses }, choices).filter(({ id }) => !team.some((seat) => seat.areas.includes(id)));
