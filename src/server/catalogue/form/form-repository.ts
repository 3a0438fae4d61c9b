import { sql } from 'kysely';
import { z } from 'zod';
import type { FormRows } from '#core/catalogue/form/form-rows.ts';
import {
  type DraftItem,
  draftItemSchema,
  type FormMapping,
  formMappingSchema,
} from '#core/catalogue/form/form-shape.ts';
import { officialForms } from '#core/catalogue/form/published-form.ts';
import type { SystemTx } from '../../platform/database/transaction.ts';

/** What of a stored draft nobody else may have written than these functions. */
const storedSchema = z.object({
  sheetId: z.enum(officialForms),
  rows: z.array(z.array(z.string())),
  mapping: formMappingSchema,
  items: z.array(draftItemSchema),
});

export type OfficialFormId = (typeof officialForms)[number];
export type DraftHead = {
  readonly id: string;
  readonly sheetId: OfficialFormId;
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly revision: number;
  readonly changedAt: Date;
};
export type StoredDraft = DraftHead & {
  readonly rows: FormRows;
  readonly mapping: FormMapping;
  readonly items: readonly DraftItem[];
};

const head = [
  'id',
  'sheet_id as sheetId',
  'file_name as fileName',
  'file_sha256 as fileHash',
  'file_bytes as fileBytes',
  'revision',
  'changed_at as changedAt',
] as const;

/** Drafts, the last changed first. */
export async function listDrafts(tx: SystemTx): Promise<DraftHead[]> {
  const rows = await tx
    .selectFrom('form_draft')
    .select(head)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, sheetId: row.sheetId as OfficialFormId }));
}

/** How many drafts there are. */
export async function countDrafts(tx: SystemTx): Promise<number> {
  const { drafts } = await tx
    .selectFrom('form_draft')
    .select(sql<number>`count(*)::int`.as('drafts'))
    .executeTakeFirstOrThrow();
  return drafts;
}

/** A draft, held against whoever changes it at the same moment where `lock` says so. */
export async function findDraft(tx: SystemTx, id: string, lock = false): Promise<StoredDraft | undefined> {
  const row = await tx
    .selectFrom('form_draft')
    .select(head)
    .select(['rows', 'mapping', 'items'])
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...row, ...storedSchema.parse(row) };
}

export async function insertDraft(
  tx: SystemTx,
  { id, changedAt, ...draft }: Omit<StoredDraft, 'revision'>,
): Promise<void> {
  await tx
    .insertInto('form_draft')
    .values({
      id,
      sheet_id: draft.sheetId,
      file_name: draft.fileName,
      file_sha256: draft.fileHash,
      file_bytes: draft.fileBytes,
      rows: JSON.stringify(draft.rows),
      mapping: JSON.stringify(draft.mapping),
      items: JSON.stringify(draft.items),
      created_at: changedAt,
      changed_at: changedAt,
    })
    .execute();
}

/** Saves how a draft is read and what was decided, as its next revision. */
export async function updateDraft(
  tx: SystemTx,
  { id, revision }: DraftHead,
  { mapping, items, at }: Pick<StoredDraft, 'mapping' | 'items'> & { readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('form_draft')
    .set({ mapping: JSON.stringify(mapping), items: JSON.stringify(items), revision: revision + 1, changed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(tx: SystemTx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('form_draft').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The forms that were published for the installation, the newest first. */
export async function publishedForms(tx: SystemTx) {
  const rows = await tx
    .selectFrom('installed_sheet')
    .select([
      'sheet_id as sheetId',
      'version',
      'file_name as fileName',
      'file_sha256 as fileHash',
      'published_at as publishedAt',
    ])
    .orderBy('published_at', 'desc')
    .orderBy('sheet_id')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, sheetId: row.sheetId as OfficialFormId }));
}
