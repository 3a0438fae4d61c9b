import type { Auditor } from '#core/audit/audit.ts';
import type { Involvement } from '#core/audit/independence.ts';
import { type Catalogue, findItem, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { ownedMeasures } from '../plan/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { areasHeld, itemsAnswered } from '../sheet/index.ts';
import { correctionsOf } from './finding-repository.ts';
import { findAuditors } from './team-repository.ts';

type Tied = Involvement & { readonly personId: string };

/** The area an item stands in, where it is of this sheet. */
function areaOn(catalogue: Catalogue, sheetId: string, itemId: string): string | null {
  const placed = findItem(catalogue, itemId);
  return placed?.sheet.id === sheetId ? placed.area.id : null;
}

/** What these people did on the areas of a sheet in this fiscal year and the last. */
async function workOf(
  context: FacilityContext,
  catalogue: Catalogue,
  { sheetId, people }: { readonly sheetId: string; readonly people: readonly string[] },
): Promise<readonly Tied[]> {
  const { tx, facilityId, now } = context;
  const fiscalYears = [fiscalYearOf(now), fiscalYearOf(now) - 1];
  const asked = { sheetId, fiscalYears, people };
  const held = (await areasHeld(tx, facilityId, asked)).map((one) => ({ ...one, reason: 'assigned' as const }));
  const answered = (await itemsAnswered(tx, facilityId, asked)).map(({ itemId, ...one }) => {
    return { ...one, reason: 'answered' as const, areaId: areaOn(catalogue, sheetId, itemId) };
  });
  const tasks = (await ownedMeasures(context, asked)).flatMap(({ measureId, ...one }) => {
    const placed = findMeasure(catalogue, measureId);
    return placed?.sheet.id === sheetId ? [{ ...one, reason: 'task' as const, areaId: placed.area.id }] : [];
  });
  const corrections = (await correctionsOf(context, asked)).map(({ itemId, ...one }) => {
    return { ...one, reason: 'correction' as const, areaId: areaOn(catalogue, sheetId, itemId) };
  });
  const known = (tied: { readonly areaId: string | null }) => tied.areaId !== null;
  return [...held, ...answered.filter(known), ...tasks, ...corrections.filter(known)];
}

const once = (involvements: readonly Tied[]): Involvement[] => {
  const byKey = new Map(
    involvements.map(({ personId: _, ...one }) => [`${one.reason} ${one.areaId} ${one.fiscalYear}`, one] as const),
  );
  const inOrder = [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, one]) => one);
};

/** Who holds the role of an auditor, each with what ties the person to areas of a sheet. */
export async function auditorsOf(context: FacilityContext, catalogue: Catalogue, sheetId: string): Promise<Auditor[]> {
  const auditors = await findAuditors(context);
  const work = await workOf(context, catalogue, { sheetId, people: auditors.map(({ person }) => person.id) });
  return auditors.map(({ person, roles }) => {
    const bars = (['planner', 'operator'] as const)
      .filter((role) => roles.includes(role))
      .map((reason) => ({ reason, areaId: null, fiscalYear: null }));
    return { person, involvements: [...bars, ...once(work.filter(({ personId }) => personId === person.id))] };
  });
}

/** The areas and clauses an audit can be about, and who may be asked to hold it. */
export async function readChoices(
  context: FacilityContext,
  catalogue: Catalogue,
  sheetId: 'hospital' | 'small-facility',
) {
  const guideline = catalogue.guidelines.find(({ id }) => id === 'GOV7');
  return {
    areas: (latestSheet(catalogue, sheetId)?.areas ?? []).map(({ id, title }) => ({ id, title })),
    clauses: (guideline?.chapters ?? []).flatMap(({ clauses }) =>
      clauses.map(({ id, label, text }) => ({ id, title: `${label} ${text}` })),
    ),
    auditors: await auditorsOf(context, catalogue, sheetId),
  };
}
