import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FormInput } from '#core/compliance/form-document.ts';
import { type InspectedForm, shownRun } from '#core/compliance/inspection/inspection.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findRun } from '../../sheet/index.ts';
import { checklistOfRun } from '../read-checklist.ts';
import { findForms } from '../vendor-form/form-repository.ts';
import { formsOf } from '../vendor-form/read-systems.ts';
import { findSystems } from '../vendor-form/system-repository.ts';

/** The form an inspection is shown of each system in use, by vendor and system. */
export async function inspectedForms(context: FacilityContext, catalogue: Catalogue): Promise<InspectedForm[]> {
  const year = fiscalYearOf(context.now);
  const systems = await findSystems(context, 'in-use');
  const ids = systems.map(({ id }) => id);
  const rows = (await findForms(context, ids)).filter(({ fiscalYear }) => fiscalYear >= year - 1);
  const forms = await formsOf(context, catalogue, rows);
  return systems.map(({ id, vendor, system, contact }) => {
    const own = rows.filter(({ systemId }) => systemId === id);
    const shown = shownRun(own, year, ({ runId }) => forms.get(runId)?.standing === 'answered');
    const form = shown && forms.get(shown.runId);
    if (!form) return { vendor, system, contact, standing: 'not-asked', form: null };
    const { runId, standing, answered, items, no } = form;
    const told = { runId, fiscalYear: shown.fiscalYear, answered, items, no: no.length };
    return { vendor, system, contact, standing, form: told };
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
