import { type Catalogue, findSheet } from '#core/catalogue/catalogue.ts';
import { findLine } from '#core/compliance/clause/clause-line.ts';
import { ownForms } from '#core/compliance/form.ts';
import { drillClause, lastDone } from '#core/compliance/inspection/asked-part.ts';
import {
  askedAtOf,
  type Inspection,
  type ProvingPlace,
  peopleInCharge,
  provingFiles,
} from '#core/compliance/inspection/inspection.ts';
import { provingPlaces } from '#core/compliance/inspection/proving-places.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { readStanding, type StandingFile } from '../../evidence/index.ts';
import { findMembers } from '../../identity/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { findSteps } from '../clause/clause-repository.ts';
import { earlierChecklist, shownChecklist } from '../read-checklist.ts';
import { facilityHead } from '../repository.ts';
import { earlierForms, inspectedForms } from './inspected-forms.ts';
import { type InForce, inspectedRegulations, regulationsInForce } from './inspected-regulations.ts';

type WithFiles = Omit<Inspection, 'files'> & {
  readonly files: (Inspection['files'][number] & Pick<StandingFile, 'fileId'>)[];
};

/** The versions in force of the documents, whose files prove the clauses they name. */
function regulationPlaces(catalogue: Catalogue, inForce: readonly InForce[]): readonly ProvingPlace[] {
  const labelOf = (id: string) => {
    const line = findLine(catalogue, id);
    return line ? [`${line.part.title} ${line.label}`] : [];
  };
  return inForce.map(({ title, clauseIds, current }) => ({
    itemId: current.id,
    at: `${title} 第${current.number}版`,
    proves: clauseIds.flatMap(labelOf),
    part: null,
  }));
}

/** What was done of the last drill until the end of a fiscal year, as the year knows it too. */
async function lastDrill(context: FacilityContext, fiscalYear: number): Promise<Inspection['drill']> {
  const steps = (await findSteps(context, drillClause)).get(drillClause) ?? [];
  return lastDone(steps.filter(({ doneAt }) => fiscalYearOf(doneAt) <= fiscalYear)).map(({ id: _, ...step }) => step);
}

/** This fiscal year, and the earlier ones with a checklist, the newest first. */
async function yearsOf({ tx, facilityId, now }: FacilityContext): Promise<number[]> {
  const thisYear = fiscalYearOf(now);
  const rows = await tx
    .selectFrom('run')
    .select('fiscal_year')
    .distinct()
    .where('facility_id', '=', facilityId)
    .where('purpose', '=', 'own')
    .where('sheet_id', 'in', ownForms)
    .where('fiscal_year', '<', thisYear)
    .orderBy('fiscal_year', 'desc')
    .execute();
  return [thisYear, ...rows.map(({ fiscal_year }) => fiscal_year)];
}

/** What is laid before an inspection, and where the bytes of its files are; of this fiscal year where none is named. */
export async function loadInspection(
  context: FacilityContext,
  catalogue: Catalogue,
  asked: number | undefined,
): Promise<WithFiles> {
  const { tx, facilityId, now } = context;
  const fiscalYear = asked ?? fiscalYearOf(now);
  const isEarlier = fiscalYear !== fiscalYearOf(now);
  const checklist = isEarlier
    ? await earlierChecklist(context, catalogue, fiscalYear)
    : await shownChecklist(context, catalogue);
  const sheet = findSheet(catalogue, checklist.form.sheetId, checklist.form.version);
  if (!sheet) throw notFound();
  const standing = await readStanding(context, catalogue);
  const places = provingPlaces(catalogue, sheet);
  const inForce = await regulationsInForce(context);
  return {
    facility: (await facilityHead(tx, facilityId)).name,
    fiscalYear,
    years: await yearsOf(context),
    checklist,
    vendorForms: isEarlier
      ? await earlierForms(context, catalogue, fiscalYear)
      : await inspectedForms(context, catalogue),
    regulations: await inspectedRegulations(context, inForce),
    files: provingFiles(standing, [...places, ...regulationPlaces(catalogue, inForce)]),
    inCharge: peopleInCharge(await findMembers(tx, facilityId)),
    askedAt: askedAtOf(places),
    drill: await lastDrill(context, fiscalYear),
  };
}

/** What is laid before an inspection, as it stands now. */
export async function readInspection(
  context: FacilityContext,
  catalogue: Catalogue,
  fiscalYear: number | undefined,
): Promise<Inspection> {
  const { files, ...rest } = await loadInspection(context, catalogue, fiscalYear);
  return { ...rest, files: files.map(({ fileId: _, ...file }) => file) };
}

/** How many files the archive will hold, and how large they are together. */
export async function inspectionSize(context: FacilityContext, catalogue: Catalogue, fiscalYear: number | undefined) {
  const { files } = await loadInspection(context, catalogue, fiscalYear);
  return { files: files.length, bytes: files.reduce((bytes, { size }) => bytes + size, 0) };
}
