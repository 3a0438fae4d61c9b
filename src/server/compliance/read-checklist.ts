import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Item, Sheet } from '#core/catalogue/sheet.ts';
import { type Checklist, checklistSections } from '#core/compliance/checklist.ts';
import { formOf, formRun, type OwnForm } from '#core/compliance/form.ts';
import { shownRun } from '#core/compliance/inspection/inspection.ts';
import { establishedOf, proposalOf } from '#core/compliance/proposal.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { sheetInUse } from '../catalogue/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answersOf, type RunRow, runsOfYear, sheetOfRun } from '../sheet/index.ts';
import { newestSources } from './newest-sources.ts';
import { facilityHead, submitterOf } from './repository.ts';
import { readTally } from './vendor-form/read-systems.ts';

const formHead = ({ id: sheetId, version, title, notice, unverified }: Sheet) => {
  return { sheetId, version, title, notice, unverified: unverified ?? null };
};

/** Tells of an item of a form what audits and drills established of the questions it rests on, as far as the person may read it. */
async function establishedTeller(context: FacilityContext, catalogue: Catalogue) {
  const sources = await newestSources(context, catalogue);
  return (item: Item) => establishedOf(proposalOf(catalogue, item, (id) => sources.get(id))?.from ?? []);
}

/** A form that nobody has begun yet. */
async function emptyChecklist(context: FacilityContext, catalogue: Catalogue, sheet: Sheet): Promise<Checklist> {
  const { now } = context;
  const establishedAt = await establishedTeller(context, catalogue);
  const nothing = { answers: new Map(), withoutVendor: false, today: dayInJapan(now), establishedAt };
  return {
    fiscalYear: fiscalYearOf(now),
    form: formHead(sheet),
    run: null,
    sections: checklistSections({ sheet, ...nothing }),
    vendors: await readTally(context, catalogue, fiscalYearOf(now)),
  };
}

/** The checklist as one run has it. */
export async function checklistOfRun(context: FacilityContext, catalogue: Catalogue, run: RunRow): Promise<Checklist> {
  const { tx, facilityId, now } = context;
  const sheet = sheetOfRun(catalogue, run);
  const answers = new Map((await answersOf(tx, facilityId, run.id)).map((answer) => [answer.itemId, answer]));
  const { id, status, submittedAt, withoutVendor, fiscalYear } = run;
  const isOwn = run.purpose !== 'vendor';
  const establishedAt = isOwn ? await establishedTeller(context, catalogue) : () => [];
  return {
    fiscalYear,
    form: formHead(sheet),
    run: { id, status, submittedAt, submittedBy: submittedAt && (await submitterOf(tx, facilityId, id)) },
    sections: checklistSections({ sheet, answers, withoutVendor, today: dayInJapan(now), establishedAt }),
    vendors: !isOwn ? null : await readTally(context, catalogue, fiscalYear),
  };
}

/** A form nobody has begun, of the version new runs begin with. */
async function notBegun(context: FacilityContext, catalogue: Catalogue, form: OwnForm): Promise<Checklist> {
  const sheet = await sheetInUse(context.tx, catalogue, form);
  if (!sheet) throw notFound();
  return emptyChecklist(context, catalogue, sheet);
}

/** This year's checklist of the facility, section by section. */
export async function readChecklist(context: FacilityContext, catalogue: Catalogue): Promise<Checklist> {
  const { tx, facilityId, now } = context;
  const form = formOf((await facilityHead(tx, facilityId)).type);
  const run = formRun(await runsOfYear(tx, facilityId, fiscalYearOf(now)), form);
  return run ? checklistOfRun(context, catalogue, run) : notBegun(context, catalogue, form);
}

/** The checklist of an earlier fiscal year; refused as not found where it has none. */
export async function earlierChecklist(context: FacilityContext, catalogue: Catalogue, fiscalYear: number) {
  const { tx, facilityId } = context;
  const form = formOf((await facilityHead(tx, facilityId)).type);
  const run = formRun(await runsOfYear(tx, facilityId, fiscalYear), form);
  if (!run) throw notFound();
  return checklistOfRun(context, catalogue, run);
}

/** The checklist an inspection is shown: this year's once it is submitted, until then last year's where that was. */
export async function shownChecklist(context: FacilityContext, catalogue: Catalogue): Promise<Checklist> {
  const { tx, facilityId, now } = context;
  const form = formOf((await facilityHead(tx, facilityId)).type);
  const year = fiscalYearOf(now);
  const years = [await runsOfYear(tx, facilityId, year), await runsOfYear(tx, facilityId, year - 1)];
  const run = shownRun(
    years.flatMap((runs) => formRun(runs, form) ?? []),
    year,
    ({ status }) => status === 'submitted',
  );
  return run ? checklistOfRun(context, catalogue, run) : notBegun(context, catalogue, form);
}
