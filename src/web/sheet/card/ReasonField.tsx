import type { AnswerValue, Item, Scale } from '#core/catalogue/sheet.ts';
import { longestNote } from '#core/sheet/run.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { type GivenAnswer, lacksReason } from './reason.ts';

export type ReasonFieldProps = {
  readonly item: Item;
  readonly scale: Scale;
  readonly answer: GivenAnswer | undefined;
  readonly onAnswer: (answer: { readonly value: AnswerValue; readonly note?: string }) => void;
  readonly onLeaveNote?: () => void;
  /** What a missing reason means here. */
  readonly reasonMissing: string;
};

/** Why an item does not apply. */
export function ReasonField({ item, scale, answer, onAnswer, onLeaveNote, reasonMissing }: ReasonFieldProps) {
  if (!answer?.value) return null;
  const { value, note = '' } = answer;
  return (
    <div className="max-w-xl">
      <TextArea
        label="対象外の理由"
        name={`${item.id}-reason`}
        help="例：持ち出す端末が無い。理由を書くと、平均から外します。"
        rows={2}
        value={note}
        maxLength={longestNote}
        onChange={(next) => onAnswer({ value, note: next })}
        {...(onLeaveNote && { onBlur: onLeaveNote })}
        error={lacksReason(scale, { value, note }) ? reasonMissing : undefined}
      />
    </div>
  );
}
