import type { Item } from '../catalogue/sheet.ts';
import { type Conclusion, type LackingConclusion, lackingConclusion } from '../sheet/conclusion.ts';

type Answered = { readonly value: string | null; readonly note: string; readonly conclusion: Conclusion | null };

/** An item in scope with what it still lacks. */
export type LackingItem = { readonly id: string; readonly text: string; readonly lacking: LackingConclusion };

export type ReportDecision =
  | { readonly kind: 'report' }
  | { readonly kind: 'refused'; readonly reason: 'audit/lead-only' | 'audit/not-begun' | 'audit/reported' }
  | { readonly kind: 'not-concluded'; readonly items: readonly LackingItem[] };

/** Whether an audit may be reported: by who leads it, once, with a value, a conclusion and where it needs one a reason at every item. */
export function decideReport(of: {
  readonly lead: boolean;
  readonly begun: boolean;
  readonly reported: boolean;
  readonly items: readonly Pick<Item, 'id' | 'text'>[];
  readonly answers: ReadonlyMap<string, Answered>;
}): ReportDecision {
  if (!of.lead) return { kind: 'refused', reason: 'audit/lead-only' };
  if (of.reported) return { kind: 'refused', reason: 'audit/reported' };
  if (!of.begun) return { kind: 'refused', reason: 'audit/not-begun' };
  const items = of.items.flatMap(({ id, text }) => {
    const lacking = lackingConclusion(of.answers.get(id));
    return lacking ? [{ id, text, lacking }] : [];
  });
  return items.length > 0 ? { kind: 'not-concluded', items } : { kind: 'report' };
}
