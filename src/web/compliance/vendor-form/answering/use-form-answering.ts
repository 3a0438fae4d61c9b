import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { type Answering, type RunView, shownAnswer } from '#web/sheet/index.ts';
import { answerView, linkAutosave, vendorId } from './link-autosave.ts';
import type { OpenedFormView } from './link-calls.ts';

/** The run behind the form, as far as the parts of the answering page need it: of the facility's it holds nothing. */
function runOf(form: OpenedFormView, answers: RunView['answers'], open: boolean): RunView {
  return {
    id: 'link',
    sheetId: form.sheetId,
    sheetVersion: form.sheetVersion,
    sheetTitle: '',
    fiscalYear: form.fiscalYear,
    status: open ? 'open' : 'submitted',
    answered: 0,
    items: 0,
    toConfirm: 0,
    begunAt: form.expiresAt,
    submittedAt: form.confirmedAt,
    answers,
    assignments: [],
    withoutVendor: false,
    purpose: 'vendor',
    subjectId: null,
    scopeAreas: null,
    scopeItems: null,
    newerVersion: null,
    may: { answer: open ? 'all' : [], assign: false, submit: open, reopen: false, move: false },
  };
}

/** Everything known of the form a link opens, with what is not saved yet laid over it. */
export function useFormAnswering(token: string, form: OpenedFormView): Answering {
  const client = useQueryClient();
  const { sheet, targets } = useSuspenseQuery(sheetVersionQuery(form.sheetId, form.sheetVersion)).data;
  const [autosave] = useState(() => linkAutosave(client, token));
  const open = form.sentAt === null && form.confirmedAt === null;
  useEffect(() => {
    if (open) autosave.resume();
    const again = () => autosave.retryNow();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [autosave, open]);
  const drafts = useSyncExternalStore(autosave.subscribe, autosave.drafts);
  const savings = useSyncExternalStore(autosave.subscribe, autosave.savings);
  const standing = new Map(form.answers.map((answer) => [answer.itemId, answerView(answer)]));
  const answers = new Map(
    itemsOf(sheet).map(({ id }) => [id, shownAnswer(standing.get(id), open ? drafts.get(id) : undefined)]),
  );
  return {
    path: { facilityId: '', runId: 'link' },
    run: runOf(form, [...standing.values()], open),
    sheet,
    targets,
    parts: [],
    autosave,
    savings,
    lastYear: null,
    before: null,
    search: {},
    person: { id: vendorId, roles: ['vendor-contact'] },
    standings: { sheet, answers, assignments: [], personId: vendorId },
  };
}
