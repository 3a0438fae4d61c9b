import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsToReview } from '#core/catalogue/form/form-draft.ts';
import { linesOf } from '#core/catalogue/form/form-mapping.ts';
import type { DraftItem, FormMapping } from '#core/catalogue/form/form-shape.ts';
import { recordEvent } from '../../platform/activity/record-event.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { earlierOf, summaryOf } from './form-reads.ts';
import { deleteDraft, findDraft, type StoredDraft, updateDraft } from './form-repository.ts';

type OfDraft = { readonly draftId: string; readonly revision: number };

/** The draft held for a change upon the revision the person has seen. */
export async function lockDraft(tx: SystemTx, { draftId, revision }: OfDraft): Promise<StoredDraft> {
  const draft = await findDraft(tx, draftId, true);
  if (!draft) throw notFound();
  if (draft.revision !== revision) throw refused('form/changed');
  return draft;
}

async function saved(
  { db, now, actor }: RequestContext,
  of: OfDraft,
  change: (draft: StoredDraft) => Pick<StoredDraft, 'mapping' | 'items'>,
) {
  return asSystem(db, async (tx) => {
    const draft = await lockDraft(tx, of);
    const event = { act: 'catalogue.form-edited', subject: draft.sheetId, at: now, actor: actor?.personId ?? null };
    await recordEvent(tx, event);
    await updateDraft(tx, draft, { ...change(draft), at: now });
    return summaryOf({ ...draft, revision: draft.revision + 1, changedAt: now });
  });
}

/** Decides how a form is read; what was decided of rows that still say the same is kept. */
export const mapDraft = (
  context: RequestContext,
  catalogue: Catalogue,
  { mapping, ...of }: OfDraft & { readonly mapping: FormMapping },
) =>
  saved(context, of, ({ rows, items, ...draft }) => {
    const lines = new Map(linesOf(rows, draft.mapping).map((line) => [line.row, line]));
    const before = items.flatMap((item) => {
      const line = lines.get(item.row);
      return line ? [{ item, line }] : [];
    });
    const follows = earlierOf(catalogue, draft).areas.length > 0;
    return { mapping, items: itemsToReview(linesOf(rows, mapping), before, follows) };
  });

/** Keeps what a person decided of every item; rows the form does not have are left out. */
export const reviewDraft = (
  context: RequestContext,
  { items, ...of }: OfDraft & { readonly items: readonly DraftItem[] },
) =>
  saved(context, of, (draft) => {
    const decided = new Map(items.map((item) => [item.row, item]));
    return { mapping: draft.mapping, items: draft.items.map((item) => decided.get(item.row) ?? item) };
  });

/** Throws a draft away. */
export const discardDraft = ({ db, now, actor }: RequestContext, draftId: string): Promise<{ discarded: boolean }> =>
  asSystem(db, async (tx) => {
    const draft = await findDraft(tx, draftId, true);
    if (!draft) return { discarded: false };
    const event = { act: 'catalogue.form-discarded', subject: draft.sheetId, at: now, actor: actor?.personId ?? null };
    await recordEvent(tx, event);
    return { discarded: await deleteDraft(tx, draftId) };
  });
