import { formContract } from '#core/catalogue/form-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const forms = queriesFor(formContract);

export type FormsView = Awaited<ReturnType<typeof forms.list.call>>;
export type DraftView = Awaited<ReturnType<typeof forms.draft.call>>;
export type DraftItemView = DraftView['items'][number];
export type SuggestionView = DraftView['suggestions'][number]['earlier'][number];

export function formsQuery() {
  return forms.list.queryOptions();
}

export function draftQuery(draftId: string) {
  return forms.draft.queryOptions({ input: { draftId } });
}
