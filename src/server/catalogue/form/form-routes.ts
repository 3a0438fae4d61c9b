import { implement } from '@orpc/server';
import { formContract } from '#core/catalogue/form-contract.ts';
import type { Documents } from '../../platform/documents/index.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import type { LivingCatalogue } from '../living-catalogue.ts';
import { discardDraft, mapDraft, reviewDraft } from './change-draft.ts';
import { listForms, readDraft } from './form-reads.ts';
import { publishForm } from './publish-form.ts';
import { uploadForm } from './upload-form.ts';

/** How a form of the ministry becomes a version of the checklist. */
export function formRoutes({
  content,
  documents,
}: {
  readonly content: LivingCatalogue;
  readonly documents: Documents;
}) {
  const os = implement(formContract).$context<RequestContext>();
  return os.router({
    list: os.list.handler(({ context }) => listForms(context)),
    upload: os.upload.handler(async ({ context, input: { query, body } }) => {
      const bytes = new Uint8Array(await body.arrayBuffer());
      const loading = { db: context.db, now: context.now, personId: context.actor?.personId ?? null };
      return uploadForm(loading, { catalogue: content.catalogue, documents }, { bytes, ...query });
    }),
    draft: os.draft.handler(({ context, input }) => readDraft(context, content.catalogue, input.draftId)),
    map: os.map.handler(({ context, input }) => mapDraft(context, content.catalogue, input)),
    review: os.review.handler(({ context, input }) => reviewDraft(context, input)),
    discard: os.discard.handler(({ context, input }) => discardDraft(context, input.draftId)),
    publish: os.publish.handler(({ context, input }) => publishForm(context, content, input)),
  });
}
