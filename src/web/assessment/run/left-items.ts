import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';

/** An item that keeps a run from being submitted. */
export type LeftItem = {
  readonly id: string;
  /** Its number, as people know it. */
  readonly label: string;
  readonly text: string;
  readonly reason: 'unanswered' | 'to-confirm' | 'days-missing';
};

type Answered = { readonly answered: boolean; readonly toConfirm: boolean; readonly undated?: boolean };

/** The items that keep a run from being submitted, in the order of the sheet. */
export function leftItems(sheet: Sheet, stateOf: (item: string) => Answered): readonly LeftItem[] {
  return itemsOf(sheet).flatMap(({ id, label = id, text }): readonly LeftItem[] => {
    const { answered, toConfirm, undated = false } = stateOf(id);
    if (!answered) return [{ id, label, text, reason: 'unanswered' }];
    if (toConfirm) return [{ id, label, text, reason: 'to-confirm' }];
    return undated ? [{ id, label, text, reason: 'days-missing' }] : [];
  });
}
