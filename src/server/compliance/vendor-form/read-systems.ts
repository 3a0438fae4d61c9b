import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type FormTally, tallyForms } from '#core/compliance/vendor-form/form-tally.ts';
import { type VendorForm, vendorForm } from '#core/compliance/vendor-form/vendor-form.ts';
import type { VendorRegister, VendorSystem } from '#core/compliance/vendor-form/vendor-system.ts';
import { may } from '#core/identity/role.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { answerWordsOfRuns, sheetOfRun } from '../../sheet/index.ts';
import { type FormRow, findForms, isWithoutVendor } from './form-repository.ts';
import { findSystems, type SystemRow } from './system-repository.ts';

/** Forms as the facility sees them, by their run. */
export async function formsOf(
  { tx, facilityId, now }: FacilityContext,
  catalogue: Catalogue,
  rows: readonly FormRow[],
): Promise<ReadonlyMap<string, VendorForm>> {
  const answers = await answerWordsOfRuns(
    tx,
    facilityId,
    rows.map(({ runId }) => runId),
  );
  const formOf = (row: FormRow) =>
    vendorForm({
      runId: row.runId,
      sheet: sheetOfRun(catalogue, row),
      answers: answers.get(row.runId) ?? new Map(),
      link: row.link,
      mail: row.mail,
      submittedAt: row.submittedAt,
      today: dayInJapan(now),
      now,
    });
  return new Map(rows.map((row) => [row.runId, formOf(row)]));
}

/** Systems with the form of each of a fiscal year, this one where none is named, and the forms of years before. */
export async function withForms(
  context: FacilityContext,
  catalogue: Catalogue,
  systems: readonly SystemRow[],
  year = fiscalYearOf(context.now),
): Promise<VendorSystem[]> {
  const all = await findForms(
    context,
    systems.map(({ id }) => id),
  );
  const ofYear = all.filter(({ fiscalYear }) => fiscalYear === year);
  const forms = await formsOf(context, catalogue, ofYear);
  const runOf = new Map(ofYear.map(({ systemId, runId }) => [systemId, runId]));
  const earlier = Map.groupBy(
    all.filter(({ fiscalYear }) => fiscalYear < year),
    ({ systemId }) => systemId,
  );
  const seesAddress = may(context.roles, 'vendor-form.edit');
  return systems.map((system) => ({
    ...system,
    email: seesAddress ? system.email : '',
    form: forms.get(runOf.get(system.id) ?? '') ?? null,
    earlier: (earlier.get(system.id) ?? []).map(({ runId, fiscalYear }) => ({ runId, fiscalYear })),
  }));
}

/** The systems vendors run for the facility and how this year's form of each stands. */
export async function readSystems(context: FacilityContext, catalogue: Catalogue): Promise<VendorRegister> {
  const fiscalYear = fiscalYearOf(context.now);
  const rows = [...(await findSystems(context, 'in-use')), ...(await findSystems(context, 'ended'))];
  return {
    fiscalYear,
    withoutVendor: await isWithoutVendor(context, fiscalYear),
    systems: await withForms(context, catalogue, rows),
  };
}

/** What the forms of vendors come to in a fiscal year. */
export async function readTally(context: FacilityContext, catalogue: Catalogue, year: number): Promise<FormTally> {
  const systems = await withForms(context, catalogue, await findSystems(context, 'in-use'), year);
  return tallyForms(systems, await isWithoutVendor(context, year));
}
