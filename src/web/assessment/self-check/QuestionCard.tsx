import { useId } from 'react';
import type { Item, Scale } from '#core/catalogue/sheet.ts';
import { AnswerChoice, Help, ItemCard, Proofs, type Targets } from '#web/sheet/index.ts';
import { isComplete, reasonMissing, type SelfAnswer } from './self-check.ts';

type QuestionCardProps = {
  readonly item: Item;
  readonly targets: Targets;
  readonly scale: Scale;
  readonly answer: SelfAnswer | undefined;
  readonly onAnswer: (answer: SelfAnswer) => void;
  /** Single keys answer. */
  readonly keys: boolean;
};

/** One question of the list: number, words, help, answer cards, what it rests on. */
export function QuestionCard({ item, targets, ...choice }: QuestionCardProps) {
  const id = useId();
  return (
    <ItemCard
      item={item}
      questionId={`${id}-question`}
      proofs={<Proofs item={item} targets={targets} />}
      state={
        <span className="text-help text-solid-gray-700">{isComplete(choice.answer) ? '✓ 回答済み' : '未回答'}</span>
      }
    >
      <Help help={item.help} id={`${id}-help`} />
      <AnswerChoice
        item={item}
        {...choice}
        questionId={`${id}-question`}
        helpId={`${id}-help`}
        reasonMissing={reasonMissing}
      />
    </ItemCard>
  );
}
