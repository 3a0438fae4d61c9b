import type { AuditChoices, AuditedSheet, Auditor } from '#core/audit/audit.ts';
import { type ClauseOnSheet, clausesOn, clauseTies } from '#core/audit/clauses-on-sheet.ts';
import { barringAmong, type Involvement, isAuditWork } from '#core/audit/independence.ts';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { daysOfFiscalYear, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { findRecords, findSteps, findSystems } from '../compliance/index.ts';
import { filesAddedBy } from '../evidence/index.ts';
import { measuresOfTasks, ownedMeasures } from '../plan/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { areasOfRisks, ownedRisks } from '../risk/index.ts';
import { areasHeld, itemsAnswered, submitters } from '../sheet/index.ts';
import { type AreaFinder, areaFinder } from './area-finder.ts';
import type { AuditRow } from './audit-repository.ts';
import { correctionsOf } from './finding-ties.ts';
import { formerTies, type Tied, tiesAt } from './former-ties.ts';
import { findAuditors, seatsOf } from './team-repository.ts';

type People = { readonly sheetId: SheetId; readonly people: readonly string[] };
type Within = People & { readonly areas: AreaFinder; readonly clauses: readonly ClauseOnSheet[] };

/** What stands today: areas, tasks and risks these people have, what they answered, submitted, proved and were to correct. */
async function presentTies(
  context: FacilityContext,
  catalogue: Catalogue,
  { sheetId, people, areas, clauses }: Within,
) {
  const { tx, facilityId, now } = context;
  const year = fiscalYearOf(now);
  const asked = { sheetId, fiscalYears: [year, year - 1], people };
  const at = (reason: Tied['reason'], one: { personId: string; fiscalYear: number }, ids: readonly string[]): Tied[] =>
    ids.map((areaId) => ({ reason, personId: one.personId, fiscalYear: one.fiscalYear, areaId }));
  const risks = await ownedRisks(context, people);
  const areasOf = await areasOfRisks(context, catalogue, [...new Set(risks.map(({ riskId }) => riskId))]);
  return [
    ...(await submitters(tx, facilityId, asked)).map((one): Tied => ({ ...one, reason: 'submitted', areaId: null })),
    ...(await areasHeld(tx, facilityId, asked)).flatMap((one) => at('assigned', one, areas.known([one.areaId]))),
    ...(await itemsAnswered(tx, facilityId, asked)).flatMap((one) => at('answered', one, areas.ofItem(one.itemId))),
    ...(await ownedMeasures(context, asked)).flatMap((one) => at('task', one, areas.ofMeasure(one.measureId))),
    ...risks.flatMap((one) => at('risk', { ...one, fiscalYear: year }, areas.known(areasOf.get(one.riskId) ?? []))),
    ...(await correctionsOf(context, asked)).flatMap(({ itemId, clauseId, ...one }) =>
      tiesAt({ itemId, clauseId }, { areas, clauses }).map(
        (place): Tied => ({ ...place, ...one, reason: 'correction' }),
      ),
    ),
  ];
}

/** The files these people added at items since a moment, but for those they added as the auditors of the area. */
async function proofTies(
  context: FacilityContext,
  { people, since, areas }: People & { since: Date; areas: AreaFinder },
) {
  const [files, seats] = [await filesAddedBy(context, people, since), await seatsOf(context, people)];
  const measures = await measuresOfTasks(
    context,
    files.flatMap(({ taskId }) => taskId ?? []),
  );
  return files.flatMap(({ personId, itemId, taskId, at }): Tied[] => {
    const ids = itemId === null ? areas.ofMeasure(measures.get(taskId ?? '')) : areas.ofItem(itemId);
    const own = ids.filter((areaId) => !isAuditWork({ personId, areaId, at }, seats));
    return own.map((areaId) => ({ reason: 'proof', personId, areaId, fiscalYear: fiscalYearOf(at) }));
  });
}

/** The clauses these people have, and those of which they did a step since a moment. */
async function clauseWork(
  context: FacilityContext,
  { people, since, clauses }: Pick<People, 'people'> & { since: Date; clauses: readonly ClauseOnSheet[] },
) {
  const [records, steps] = [await findRecords(context), await findSteps(context)];
  const year = fiscalYearOf(context.now);
  return clauses.flatMap((clause): Tied[] => {
    const owner = records.get(clause.id)?.owner?.id;
    const owned = people.filter((id) => id === owner).map((personId) => ({ personId, fiscalYear: year }));
    const did = (steps.get(clause.id) ?? [])
      .filter(({ doneBy, doneAt }) => doneAt >= since && people.includes(doneBy.id))
      .map(({ doneBy, doneAt }) => ({ personId: doneBy.id, fiscalYear: fiscalYearOf(doneAt) }));
    return clauseTies(clause).flatMap((place) => [
      ...owned.map((one): Tied => ({ ...place, ...one, reason: 'clause' })),
      ...did.map((one): Tied => ({ ...place, ...one, reason: 'clause-step' })),
    ]);
  });
}

/** What these people did on the areas of a sheet in this fiscal year and the last, or had then. */
async function workOf(context: FacilityContext, catalogue: Catalogue, asked: People): Promise<readonly Tied[]> {
  const { first } = daysOfFiscalYear(fiscalYearOf(context.now) - 1);
  const within = {
    sheetId: asked.sheetId,
    people: asked.people,
    since: new Date(`${first}T00:00:00+09:00`),
    areas: areaFinder(catalogue, asked.sheetId),
    clauses: clausesOn(catalogue, latestSheet(catalogue, asked.sheetId)),
  };
  return [
    ...(await presentTies(context, catalogue, within)),
    ...(await proofTies(context, within)),
    ...(await clauseWork(context, within)),
    ...(await formerTies(context, catalogue, within)),
  ];
}

const once = (involvements: readonly Tied[]): Involvement[] => {
  const byKey = new Map(
    involvements.map(
      ({ personId: _, ...one }) => [`${one.reason} ${one.areaId} ${one.clause?.id} ${one.fiscalYear}`, one] as const,
    ),
  );
  const inOrder = [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, one]) => one);
};

/** Who holds the role of an auditor, each with what ties the person to areas of a sheet. */
async function auditorsOf(context: FacilityContext, catalogue: Catalogue, sheetId: SheetId): Promise<Auditor[]> {
  const auditors = await findAuditors(context);
  const work = await workOf(context, catalogue, { sheetId, people: auditors.map(({ person }) => person.id) });
  return auditors.map(({ person, roles }) => {
    const held = barringAmong(roles.join(' '));
    const bars = held.map((reason) => ({ reason, areaId: null, fiscalYear: null }));
    const own = work.filter(({ personId, reason }) => personId === person.id && !held.some((role) => role === reason));
    return { person, involvements: [...bars, ...once(own)] };
  });
}

/** The areas, clauses and systems an audit can be about, and who may be asked to hold it. */
export async function readChoices(
  context: FacilityContext,
  catalogue: Catalogue,
  sheetId: AuditedSheet,
): Promise<AuditChoices> {
  const sheet = latestSheet(catalogue, sheetId);
  const systems = await findSystems(context, 'in-use');
  return {
    areas: (sheet?.areas ?? []).map(({ id, title }) => ({ id, title })),
    clauses: clausesOn(catalogue, sheet).map(({ id, title, items }) => ({
      id,
      title,
      items: items.map((item) => ({ id: item.id, areaId: item.areaId })),
    })),
    systems: [...new Set(systems.map(({ system }) => system))],
    auditors: await auditorsOf(context, catalogue, sheetId),
  };
}

/** What of the clauses an audit asks: what they bring into it until it begins, what they brought into it from then on. */
export const isAsked = (
  { areas, drawnItems }: Pick<AuditRow, 'areas' | 'drawnItems'>,
  item: { readonly id: string; readonly areaId: string },
): boolean => drawnItems === null || areas.includes(item.areaId) || drawnItems.includes(item.id);

/** The same of one audit, which stays as it was when that began, whatever the content says by now. */
export async function readChoicesOf(
  context: FacilityContext,
  catalogue: Catalogue,
  audit: Pick<AuditRow, 'sheetId' | 'areas' | 'drawnItems'>,
): Promise<AuditChoices> {
  const { areas, clauses, systems, auditors } = await readChoices(context, catalogue, audit.sheetId);
  const asked = clauses.map(({ id, title, items }) => ({
    id,
    title,
    items: items.filter((item) => isAsked(audit, item)),
  }));
  return { areas, clauses: asked, systems, auditors };
}
