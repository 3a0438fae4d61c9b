import { mayAnswerItem, useAnswering } from '../answering.ts';
import { useCarryOver } from '../item/use-carry-over.ts';
import { QuietButton } from '../QuietButton.tsx';
import type { SheetPart } from '../sheet-part.ts';

/** Takes last year's answers over for every item of the part that has none yet. */
export function CarryOverPart({ part }: { readonly part: SheetPart }) {
  const answering = useAnswering();
  const { carryOver, isPending } = useCarryOver();
  const { lastYear, standings } = answering;
  const last = new Set(lastYear?.answers.map(({ itemId }) => itemId));
  const empty = part.items.filter((item) => {
    const answer = standings.answers.get(item.id);
    return last.has(item.id) && (answer?.value ?? null) === null && mayAnswerItem(answering, item);
  });
  if (empty.length === 0) return null;
  return (
    <QuietButton disabled={isPending} onPress={() => carryOver(empty.map(({ id }) => id))}>
      未回答の{empty.length}問に前回の答えを引き継ぐ
    </QuietButton>
  );
}
