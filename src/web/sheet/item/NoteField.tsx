import type { Item } from '#core/catalogue/sheet.ts';
import { longestNote } from '#core/sheet/run.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { useItem } from './use-item.ts';

/** What stands behind an answer, in the person's own words; saved when typing pauses. */
export function NoteField({ item }: { readonly item: Item }) {
  const { answer, type, leaveNote } = useItem(item);
  return (
    <TextArea
      label="メモ"
      name={`${item.id}-note`}
      help="答えの根拠、残っていること、聞いた相手など。結果の付録に載ります。"
      rows={2}
      maxLength={longestNote}
      value={answer.note}
      onChange={type}
      onBlur={leaveNote}
    />
  );
}
