import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsToReview } from '#core/catalogue/form/form-draft.ts';
import { guessMapping, linesOf } from '#core/catalogue/form/form-mapping.ts';
import { readForm } from '#core/catalogue/form/form-rows.ts';
import { recordEvent } from '../../platform/activity/record-event.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { Documents } from '../../platform/documents/index.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { earlierOf, summaryOf } from './form-reads.ts';
import { countDrafts, findDraft, insertDraft, type OfficialFormId } from './form-repository.ts';

/** Who loads it, and when; nobody where that is not known. */
export type Loading = { readonly db: Kysely<Tables>; readonly now: Date; readonly personId: string | null };
type Upload = { readonly bytes: Uint8Array; readonly name: string; readonly sheetId: OfficialFormId };

/** Drafts an installation keeps at most; each of them holds a whole workbook. */
const mostDrafts = 20;

const tooManyDrafts = {
  code: 'form-too-many-drafts',
  message: `読み込み中の様式が${mostDrafts}件あります。要らないものを捨ててから、読み込んでください。`,
};

/** Reads a form of the ministry into a draft, with a first guess of its columns and sections. */
export async function uploadForm(
  { db, now, personId }: Loading,
  { catalogue, documents }: { readonly catalogue: Catalogue; readonly documents: Documents },
  { bytes, name, sheetId }: Upload,
) {
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const reading = await documents.readWorkbook(bytes, personId ?? 'form');
  const form = 'faults' in reading ? reading : readForm(reading.sheets);
  if ('faults' in form) throw refused('form/file-not-usable', { faults: form.faults });
  const { rows } = form;
  const mapping = guessMapping(rows);
  const items = itemsToReview(linesOf(rows, mapping), [], earlierOf(catalogue, { sheetId }).areas.length > 0);
  const id = randomUUID();
  const file = { fileName: name || '様式.xlsx', fileHash, fileBytes: bytes.length };
  return asSystem(db, async (tx) => {
    if ((await countDrafts(tx)) >= mostDrafts) throw refused('form/file-not-usable', { faults: [tooManyDrafts] });
    await recordEvent(tx, {
      act: 'catalogue.form-uploaded',
      subject: sheetId,
      at: now,
      actor: personId,
      detail: { sha256: fileHash },
    });
    await insertDraft(tx, { id, sheetId, ...file, rows, mapping, items, changedAt: now });
    const draft = await findDraft(tx, id);
    if (!draft) throw notFound();
    return summaryOf(draft);
  });
}
