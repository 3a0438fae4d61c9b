import { findSheet } from '#core/catalogue/catalogue.ts';
import { formFaults } from '#core/catalogue/form/form-faults.ts';
import { knownFile } from '#core/catalogue/form/known-file.ts';
import { publishedForm } from '#core/catalogue/form/published-form.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { recordEvent } from '../../platform/activity/record-event.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { announceWithin } from '../../platform/live/index.ts';
import { type Installed, insertInstalled, lockContent } from '../installed-repository.ts';
import { contentNews, type LivingCatalogue } from '../living-catalogue.ts';
import { lockDraft } from './change-draft.ts';
import { earlierOf } from './form-reads.ts';
import { deleteDraft, type StoredDraft } from './form-repository.ts';

type Publication = { readonly draftId: string; readonly revision: number; readonly version: string };

function decided({ catalogue }: LivingCatalogue, draft: StoredDraft, version: string, now: Date): Installed {
  if (findSheet(catalogue, draft.sheetId, version)) throw refused('form/version-taken');
  const earlier = earlierOf(catalogue, draft);
  const { fileName: name, fileHash: sha256, fileBytes, items } = draft;
  const file = { name, sha256, known: knownFile(sha256, fileBytes) !== undefined };
  const form = publishedForm({ earlier, version, published: dayInJapan(now), file, items });
  if ('faults' in form) throw refused('form/not-publishable', { faults: form.faults });
  const faults = formFaults(catalogue, earlier, form);
  if (faults.length > 0) throw refused('form/not-publishable', { faults });
  return form;
}

/** Makes a reviewed form a version of the checklist for this installation. It is in use by nobody before it is adopted. */
export async function publishForm(
  { db, now, actor }: RequestContext,
  living: LivingCatalogue,
  { version, ...of }: Publication,
) {
  // The form follows the version in use, which another process may have changed just now.
  await living.refresh();
  const sheetId = await asSystem(db, async (tx) => {
    await lockContent(tx);
    const draft = await lockDraft(tx, of);
    const form = decided(living, draft, version, now);
    const { fileName, fileHash } = draft;
    const detail = { version, sha256: fileHash };
    const by = actor?.personId ?? null;
    await recordEvent(tx, { act: 'catalogue.form-published', subject: draft.sheetId, at: now, actor: by, detail });
    if (!(await insertInstalled(tx, form, { fileName, fileHash, at: now }))) throw refused('form/version-taken');
    await deleteDraft(tx, draft.id);
    await announceWithin(tx, [contentNews]);
    return draft.sheetId;
  });
  await living.refresh();
  return { sheetId, version };
}
