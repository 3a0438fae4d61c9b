import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import { appendixId, emptyAppendix } from '#core/catalogue/form/appendix.ts';
import { knownFile, knownFiles } from '#core/catalogue/form/known-file.ts';
import { suggestionsFor } from '#core/catalogue/form/suggestions.ts';
import type { FormDraft, OfficialForms } from '#core/catalogue/form-contract.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { type DraftHead, findDraft, listDrafts, publishedForms } from './form-repository.ts';

/** The draft as a list shows it, with what its file is known as. */
export function summaryOf({ id, sheetId, fileName, fileHash, fileBytes, revision, changedAt }: DraftHead) {
  const known = knownFile(fileHash, fileBytes)?.title ?? null;
  return { id, sheetId, fileName, fileHash, fileBytes, known, revision, changedAt };
}

/** The version whose items those of a form may follow. */
export function earlierOf(catalogue: Catalogue, { sheetId }: Pick<DraftHead, 'sheetId'>): Sheet {
  const sheet = latestSheet(catalogue, sheetId) ?? (sheetId === appendixId ? emptyAppendix(catalogue) : undefined);
  if (!sheet) throw notFound();
  return sheet;
}

export const listForms = ({ db }: RequestContext): Promise<OfficialForms> =>
  asSystem(db, async (tx) => ({
    known: [...knownFiles],
    drafts: (await listDrafts(tx)).map(summaryOf),
    published: (await publishedForms(tx)).map((form) => ({
      ...form,
      known: knownFiles.find(({ begins }) => form.fileHash.startsWith(begins))?.title ?? null,
    })),
  }));

/** A draft with everything one needs to review it. */
export async function readDraft({ db }: RequestContext, catalogue: Catalogue, draftId: string): Promise<FormDraft> {
  const draft = await asSystem(db, (tx) => findDraft(tx, draftId));
  if (!draft) throw notFound();
  const earlier = earlierOf(catalogue, draft);
  const items = itemsOf(earlier).map(({ id, label = id, text, needsVendor = false }) => {
    return { id, label, text, needsVendor };
  });
  return {
    ...summaryOf(draft),
    rows: draft.rows.map((row) => [...row]),
    mapping: draft.mapping,
    items: [...draft.items],
    earlier: { version: earlier.version, title: earlier.title, items },
    suggestions: suggestionsFor(catalogue, earlier, draft.items).map(({ row, ...of }) => ({
      row,
      earlier: [...of.earlier],
      questions: [...of.questions],
      clauses: [...of.clauses],
    })),
  };
}
