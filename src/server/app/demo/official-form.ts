import type { Kysely } from 'kysely';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import { madeUpForm } from '#core/catalogue/form/made-up-form.ts';
import { uploadForm } from '../../catalogue/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { openDocuments } from '../../platform/documents/index.ts';
import { peopleByEmail } from './add-people.ts';
import { roster } from './roster.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue; readonly now: Date };

const sheetId = 'checklist-institution';
const name = 'お試し用の様式.xlsx';

/** A form the system administrator has loaded and not reviewed yet: what a new form of the ministry would begin with. */
export async function loadDemoForm({ db, catalogue, now }: Parts): Promise<void> {
  const current = latestSheet(catalogue, sheetId);
  const [administrator] = roster;
  if (!current || !administrator) throw new Error(`the demo has no ${current ? 'administrator' : sheetId}`);
  const { loaded, ids } = await asSystem(db, async (tx) => ({
    loaded: await tx.selectFrom('form_draft').select('id').where('file_name', '=', name).executeTakeFirst(),
    ids: await peopleByEmail(tx),
  }));
  if (loaded) return;
  const documents = openDocuments();
  try {
    const bytes = await documents.writeWorkbook(madeUpForm(current), 'demo');
    const loading = { db, now, personId: ids.get(administrator.email) ?? null };
    await uploadForm(loading, { catalogue, documents }, { bytes, name, sheetId });
  } finally {
    await documents.close();
  }
}
