import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { ChoiceCards } from '#web/ui/ChoiceCards.tsx';
import { choicesOf } from './choices.ts';
import type { ReasonFieldProps } from './ReasonField.tsx';
import { needsReason } from './reason.ts';

const loadReasonField = ahead(async () => (await import('./ReasonField.tsx')).ReasonField);

type AnswerChoiceProps = ReasonFieldProps & {
  readonly questionId: string;
  readonly helpId?: string | undefined;
  /** One question has the screen for itself: fewer columns, and what each answer counts for. */
  readonly alone?: boolean;
  /** Single keys answer; people may switch them off. */
  readonly keys?: boolean;
};

/** The answer cards of one question and, for 「対象外」, its reason. */
export function AnswerChoice({ questionId, helpId, alone = false, keys = true, ...given }: AnswerChoiceProps) {
  const { scale, answer, onAnswer } = given;
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
      {answer && needsReason(scale, answer.value) && <Late load={loadReasonField} props={given} />}
    </div>
  );
}
