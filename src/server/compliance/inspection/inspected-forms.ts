import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FormInput } from '#core/compliance/form-document.ts';
import { type InspectedForm, shownRun } from '#core/compliance/inspection/inspection.ts';
import type { VendorForm } from '#core/compliance/vendor-form/vendor-form.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findRun } from '../../sheet/index.ts';
import { checklistOfRun } from '../read-checklist.ts';
import { findForms } from '../vendor-form/form-repository.ts';
import { formsOf } from '../vendor-form/read-systems.ts';
import { findSystems } from '../vendor-form/system-repository.ts';

/** The form of each system that was asked for one in an earlier fiscal year, those in use first. */
export async function earlierForms(
  context: FacilityContext,
  catalogue: Catalogue,
  fiscalYear: number,
): Promise<InspectedForm[]> {
  const systems = [...(await findSystems(context, 'in-use')), ...(await findSystems(context, 'ended'))];
  const ids = systems.map(({ id }) => id);
  const rows = (await findForms(context, ids)).filter((row) => row.fiscalYear === fiscalYear);
  const forms = await formsOf(context, catalogue, rows);
  return systems.flatMap((system) => {
    const form = forms.get(rows.find(({ systemId }) => systemId === system.id)?.runId ?? '');
    return form ? [inspectedForm(system, fiscalYear, form)] : [];
  });
}

const inspectedForm = (
  { vendor, system, contact }: Pick<InspectedForm, 'vendor' | 'system' | 'contact'>,
  fiscalYear: number,
  { runId, standing, answered, items, no }: VendorForm,
): InspectedForm => ({
  vendor,
  system,
  contact,
  standing,
  form: { runId, fiscalYear, answered, items, no: no.length },
});

/** The form an inspection is shown of each system in use, by vendor and system. */
export async function inspectedForms(context: FacilityContext, catalogue: Catalogue): Promise<InspectedForm[]> {
  const year = fiscalYearOf(context.now);
  const systems = await findSystems(context, 'in-use');
  const ids = systems.map(({ id }) => id);
  const rows = (await findForms(context, ids)).filter(({ fiscalYear }) => fiscalYear >= year - 1);
  const forms = await formsOf(context, catalogue, rows);
  return systems.map((one) => {
    const own = rows.filter(({ systemId }) => systemId === one.id);
    const shown = shownRun(own, year, ({ runId }) => forms.get(runId)?.standing === 'answered');
    const form = shown && forms.get(shown.runId);
    const { vendor, system, contact } = one;
    if (!form) return { vendor, system, contact, standing: 'not-asked', form: null };
    return inspectedForm(one, shown.fiscalYear, form);
  });
}

/** These forms as each is printed. */
export async function printedForms(
  context: FacilityContext,
  catalogue: Catalogue,
  forms: readonly InspectedForm[],
): Promise<Omit<FormInput, 'facility' | 'now'>[]> {
  const printed: Omit<FormInput, 'facility' | 'now'>[] = [];
  for (const { form, ...subject } of forms) {
    const run = form && (await findRun(context.tx, context.facilityId, form.runId));
    if (run) printed.push({ checklist: await checklistOfRun(context, catalogue, run), subject });
  }
  return printed;
}
