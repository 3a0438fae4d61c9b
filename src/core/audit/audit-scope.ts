import type { AuditChoices, AuditPlan } from './audit.ts';

type Scope = Pick<AuditPlan, 'areas' | 'clauses'>;
type Choices = Pick<AuditChoices, 'areas' | 'clauses'>;

/** An area somebody has to audit: as a whole, or only what the clauses in scope ask in it. */
export type ScopeArea = AuditChoices['areas'][number] & { readonly whole: boolean };

/** The items of clauses in scope that stand in areas which are not in scope as a whole, each once. */
export function drawnItems(
  { areas, clauses }: Scope,
  choices: Choices,
): readonly AuditChoices['clauses'][number]['items'][number][] {
  const items = choices.clauses
    .filter(({ id }) => clauses.includes(id))
    .flatMap((clause) => clause.items)
    .filter(({ areaId }) => !areas.includes(areaId));
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** The areas in scope, in the order of the sheet: those chosen, and those in which clauses in scope ask something. */
export function areasInScope(scope: Scope, choices: Choices): readonly ScopeArea[] {
  const drawn = new Set(drawnItems(scope, choices).map(({ areaId }) => areaId));
  return choices.areas
    .map(({ id, title }) => ({ id, title, whole: scope.areas.includes(id) }))
    .filter(({ id, whole }) => whole || drawn.has(id));
}
