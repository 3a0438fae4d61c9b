import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DecisionEdit, decisionNumber } from '#core/plan/decision/decision.ts';
import { type Outcome, outcomeWords } from '#core/plan/decision/outcome.ts';
import { notify } from '#web/ui/notify.ts';
import { plans } from '../calls.ts';
import { decisions, type ShownRequest } from '../decision-calls.ts';

/** What the person may do on the page of decisions. */
export type Rights = { readonly asks: boolean; readonly decides: boolean };

/** What an executive is about to say of which request. */
export type Deciding = { readonly request: ShownRequest; readonly outcome: Outcome };

/** Reads the decisions anew, also after a refusal: then somebody else was first. */
export function useAnew() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: decisions.decisionRequests.key() }),
      client.invalidateQueries({ queryKey: plans.decisions.key() }),
    ]);
}

/** Decides a request and says under which number. */
export function useDecision(
  facilityId: string,
  { id: requestId, kind, revision, title }: ShownRequest,
  onClose: () => void,
) {
  const anew = useAnew();
  const act = useMutation(
    plans.decide.mutationOptions({
      onSuccess: async ({ decisions }) => {
        const last = decisions.at(-1);
        if (last) notify(`${decisionNumber(last)}として、「${title}」を${outcomeWords(kind, last.outcome).said}。`);
        await anew();
        onClose();
      },
      onError: anew,
    }),
  );
  const decide = (edit: DecisionEdit) => act.mutate({ facilityId, requestId, revision, ...edit });
  return { decide, isPending: act.isPending, error: act.error };
}
