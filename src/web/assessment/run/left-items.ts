import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';

/** An item that keeps a run from being submitted. */
export type LeftItem = {
  readonly id: string;
  readonly text: string;
  readonly reason: 'unanswered' | 'to-confirm';
};

type Answered = { readonly answered: boolean; readonly toConfirm: boolean };

/** The items that keep a run from being submitted, in the order of the sheet. */
export function leftItems(sheet: Sheet, stateOf: (item: string) => Answered): readonly LeftItem[] {
  return itemsOf(sheet).flatMap(({ id, text }) => {
    const { answered, toConfirm } = stateOf(id);
    if (answered && !toConfirm) return [];
    const reason = answered ? ('to-confirm' as const) : ('unanswered' as const);
    return [{ id, text, reason }];
  });
}
