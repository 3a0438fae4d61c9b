import { type ClauseOnSheet, clauseTies } from '#core/audit/clauses-on-sheet.ts';
import { barringAmong, type Involvement } from '#core/audit/independence.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { measuresOfTasks } from '../plan/index.ts';
import { type TieAct, tiesOf } from '../platform/activity/ties.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { areasOfRisks } from '../risk/index.ts';
import { sheetsOfRuns } from '../sheet/index.ts';
import type { AreaFinder } from './area-finder.ts';
import { placesOfFindings } from './finding-ties.ts';

export type Tied = Involvement & { readonly personId: string };

type Place = Pick<Involvement, 'areaId' | 'clause'>;

type Asked = {
  readonly sheetId: SheetId;
  readonly people: readonly string[];
  readonly since: Date;
  readonly areas: AreaFinder;
  readonly clauses: readonly ClauseOnSheet[];
};

function rolesIn({ subject, detail, at }: TieAct): readonly Tied[] {
  const roles = barringAmong(`${detail.former ?? ''} ${detail.roles ?? ''}`);
  return roles.map((reason) => ({ reason, areaId: null, personId: subject, fiscalYear: fiscalYearOf(at) }));
}

/** What somebody is tied to by work at an item or a clause; by work at neither to nothing. */
export const tiesAt = (
  at: { readonly itemId: string | null; readonly clauseId: string | null } | undefined,
  { areas, clauses }: Pick<Asked, 'areas' | 'clauses'>,
): readonly Place[] => [
  ...areas.ofItem(at?.itemId ?? '').map((areaId) => ({ areaId })),
  ...clauses.filter(({ id }) => id === at?.clauseId).flatMap(clauseTies),
];

/** The areas each kind of act is about. */
async function areasOfActs(context: FacilityContext, catalogue: Catalogue, acts: readonly TieAct[], asked: Asked) {
  const { areas, clauses, sheetId } = asked;
  const subjects = (...kinds: readonly string[]) => [
    ...new Set(acts.filter(({ act }) => kinds.includes(act)).map(({ subject }) => subject)),
  ];
  const sheets = await sheetsOfRuns(context, subjects('sheet.assigned'));
  const measures = await measuresOfTasks(context, subjects('task.edited'));
  const risks = await areasOfRisks(
    context,
    catalogue,
    subjects('risk.edited', 'risk.treated', 'risk.treatment-removed'),
  );
  const findings = await placesOfFindings(context, subjects('audit.correction-planned'));
  const at = (ids: readonly string[]): readonly Place[] => ids.map((areaId) => ({ areaId }));
  const risk = ({ subject }: TieAct) => at(areas.known(risks.get(subject) ?? []));
  return {
    'sheet.assigned': ({ subject, detail }: TieAct) =>
      sheets.get(subject) === sheetId ? at(areas.known([String(detail.area)])) : [],
    'task.edited': ({ subject }: TieAct) => at(areas.ofMeasure(measures.get(subject))),
    'risk.edited': risk,
    'risk.treated': risk,
    'risk.treatment-removed': risk,
    'audit.correction-planned': ({ subject }: TieAct) => tiesAt(findings.get(subject), asked),
    'compliance.clause-edited': ({ subject }: TieAct) => clauses.filter(({ id }) => id === subject).flatMap(clauseTies),
  };
}

const reasonOf = {
  'sheet.assigned': 'assigned',
  'task.edited': 'task',
  'risk.edited': 'risk',
  'risk.treated': 'risk',
  'risk.treatment-removed': 'risk',
  'audit.correction-planned': 'correction',
  'compliance.clause-edited': 'clause',
} as const;

/** What these people were and had within the time, also where they have it no more: from the log, which nothing is taken out of. */
export async function formerTies(
  context: FacilityContext,
  catalogue: Catalogue,
  asked: Asked,
): Promise<readonly Tied[]> {
  const acts = await tiesOf(context, asked);
  const areasOf = await areasOfActs(context, catalogue, acts, asked);
  return acts.flatMap((act): readonly Tied[] => {
    const kind = act.act;
    if (!(kind in reasonOf)) return asked.people.includes(act.subject) ? rolesIn(act) : [];
    const known = kind as keyof typeof reasonOf;
    const { owner, former, person } = act.detail;
    const people = asked.people.filter((id) => owner === id || former === id || person === id);
    const places = areasOf[known](act);
    const fiscalYear = fiscalYearOf(act.at);
    const reason = reasonOf[known];
    return people.flatMap((personId) => places.map((place): Tied => ({ ...place, reason, personId, fiscalYear })));
  });
}
