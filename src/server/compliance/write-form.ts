import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { formDocument } from '#core/compliance/form-document.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { findRun } from '../sheet/index.ts';
import { checklistOfRun } from './read-checklist.ts';
import { facilityHead } from './repository.ts';
import { findSystem } from './vendor-form/system-repository.ts';

async function loadForm(context: FacilityContext, catalogue: Catalogue, runId: string) {
  const { tx, facilityId, now } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run || !isChecklist(run.sheetId)) throw notFound();
  const { name } = await facilityHead(tx, facilityId);
  const subject = run.subjectId === null ? undefined : await findSystem(context, run.subjectId);
  return { checklist: await checklistOfRun(context, catalogue, run), facility: name, now, facilityId, subject };
}

/** The form as it is printed for an inspection; read inside the transaction, typeset outside it. */
export async function writeForm(
  context: RequestContext,
  { catalogue, documents }: { readonly catalogue: Catalogue; readonly documents: Documents },
  runId: string,
): Promise<File> {
  const { facilityId, ...input } = await context.inFacility((facility) => loadForm(facility, catalogue, runId));
  const content = formDocument(input);
  const bytes = await documents.writePdf({ template: 'checklist', content }, facilityId);
  const of = input.subject ? `${input.subject.vendor}_${input.subject.system}` : input.facility;
  return new File([bytes], `${content.title}_${of}.pdf`, { type: 'application/pdf' });
}
