import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { PlanWishInput } from '#core/plan/wish.ts';
import { notify } from '#web/ui/notify.ts';
import { plans, wishesQuery } from './calls.ts';
import { draftOf, emptyWish, type WishDraft } from './wish-draft.ts';

type RunPath = { readonly facilityId: string; readonly runId: string };

/** What is asked of a plan while it is typed: at first what was last asked, and so again where nothing was typed and another year is chosen. */
export function useWish(path: RunPath) {
  const { data: kept } = useSuspenseQuery(wishesQuery(path));
  const [opened, setOpened] = useState(() => openedWith(kept, kept[0]?.fiscalYear ?? fiscalYearOf(new Date())));
  const [draft, setDraft] = useState(opened);
  const client = useQueryClient();
  const { mutate } = useMutation(
    plans.keepWish.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: wishesQuery(path).queryKey }),
      onError: () => notify('この条件を、次に開いたときのために残せませんでした。'),
    }),
  );
  const change = (next: WishDraft) => {
    const isUntouched = draft === opened;
    if (next.fiscalYear === draft.fiscalYear || !isUntouched) return setDraft(next);
    const other = openedWith(kept, next.fiscalYear, next);
    setOpened(other);
    setDraft(other);
  };
  const isKept = draft === opened && kept.some(({ fiscalYear }) => fiscalYear === draft.fiscalYear);
  return { draft, change, keep: (wish: PlanWishInput) => mutate({ ...path, ...wish }), isKept };
}

function openedWith(kept: readonly PlanWishInput[], fiscalYear: number, otherwise = emptyWish(fiscalYear)): WishDraft {
  const wish = kept.find((one) => one.fiscalYear === fiscalYear);
  return wish ? draftOf(wish) : otherwise;
}
