import type { AnswerValue, Item, Scale } from '#core/catalogue/sheet.ts';
import { longestNote } from '#core/sheet/run.ts';
import { ChoiceCards } from '#web/ui/ChoiceCards.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { choicesOf } from './choices.ts';
import { type GivenAnswer, lacksReason, needsReason } from './reason.ts';

export type AnswerChoiceProps = {
  readonly item: Item;
  readonly scale: Scale;
  readonly answer: GivenAnswer | undefined;
  readonly onAnswer: (answer: { readonly value: AnswerValue; readonly note?: string }) => void;
  readonly onLeaveNote?: () => void;
  readonly questionId: string;
  readonly helpId?: string | undefined;
  /** One question has the screen for itself: fewer columns, and what each answer counts for. */
  readonly alone?: boolean;
  /** Single keys answer; people may switch them off. */
  readonly keys?: boolean;
  /** What a missing reason means here. */
  readonly reasonMissing: string;
};

/** The answer cards of one question and, for 「対象外」, its reason. */
export function AnswerChoice(props: AnswerChoiceProps) {
  const { scale, answer, onAnswer, questionId, helpId, alone = false, keys = true } = props;
  return (
    <div className="flex flex-col gap-3">
      <ChoiceCards
        choices={choicesOf(scale, { hints: alone, keys })}
        columns={alone ? 2 : 3}
        value={answer?.value ?? null}
        onChange={(value) => onAnswer({ ...answer, value })}
        labelledBy={questionId}
        describedBy={helpId}
      />
      {answer && needsReason(scale, answer.value) && <Reason {...props} />}
    </div>
  );
}

function Reason({ item, scale, answer, onAnswer, onLeaveNote, reasonMissing }: AnswerChoiceProps) {
  if (!answer?.value) return null;
  const { value, note = '' } = answer;
  return (
    <div className="max-w-xl">
      <TextArea
        label="対象外の理由"
        name={`${item.id}-reason`}
        help="例: 持ち出す端末が無い。理由を書くと、平均から外します。"
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
