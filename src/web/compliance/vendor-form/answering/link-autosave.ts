import { ORPCError } from '@orpc/client';
import type { QueryClient } from '@tanstack/react-query';
import { daysOf } from '#core/sheet/checklist.ts';
import { type AnswerView, Autosave, type Draft, type Outcome, openDrafts, outcomeOf } from '#web/sheet/index.ts';
import { compliance } from '../../calls.ts';
import { type LinkAnswerView, openedFormQuery } from './link-calls.ts';

/** Whoever answers through a link has no account: this stands for the one who does. */
export const vendorId = 'vendor';
const theirs = { id: 'facility', name: '医療機関（院内の担当）' };

/** An answer as the parts of the answering page know it. */
export function answerView({ byFacility, ...answer }: LinkAnswerView): AnswerView {
  return { ...answer, conclusion: null, answeredBy: byFacility ? theirs : { id: vendorId, name: '事業者（あなた）' } };
}

const answerWithin = 20_000;
const noneLeft = [
  'compliance/form-sent',
  'compliance/form-confirmed',
  'compliance/form-moved',
  'compliance/link-ended',
  'compliance/link-expired',
];

function outcomeOfLink(error: unknown): Outcome {
  if (error instanceof ORPCError && error.defined) {
    if (error.code === 'compliance/answer-changed') {
      const { current } = error.data as { readonly current: LinkAnswerView };
      return { kind: 'stale', current: answerView(current) };
    }
    if (noneLeft.includes(error.code)) return { kind: 'locked' };
  }
  return outcomeOf(error, navigator.onLine);
}

/**
 * Saves what is answered through a link. What is not saved yet is kept in the page alone: a shared browser must show nobody
 * else what a vendor wrote.
 */
export function linkAutosave(client: QueryClient, token: string): Autosave {
  const { queryKey } = openedFormQuery(token);
  const stand = ({ itemId, ...answer }: LinkAnswerView) =>
    client.setQueryData(queryKey, (form) => {
      if (!form) return form;
      const others = form.answers.filter((each) => each.itemId !== itemId);
      return { ...form, answers: [...others, { itemId, ...answer }] };
    });
  const send = async (itemId: string, draft: Draft): Promise<Outcome> => {
    try {
      const { value, note, revision } = draft;
      const signal = AbortSignal.timeout(answerWithin);
      const said = { token, itemId, value, note, ...daysOf(draft), revision };
      const answer = await compliance.answerVendorForm.call(said, { signal });
      return { kind: 'saved', answer: answerView(answer) };
    } catch (error) {
      return outcomeOfLink(error);
    }
  };
  return new Autosave({
    personId: vendorId,
    drafts: openDrafts({ personId: vendorId, runId: 'link' }, { storage: undefined, onElsewhere: () => undefined }),
    send,
    isComplete: () => true,
    onStanding: ({ answeredBy, ...answer }) => stand({ ...answer, byFacility: answeredBy.id === theirs.id }),
    onLocked: () => void client.invalidateQueries({ queryKey }),
    alone: (_, work) => work(),
  });
}
