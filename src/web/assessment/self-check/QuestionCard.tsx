import { useId } from 'react';
import type { Item, Scale } from '#core/catalogue/sheet.ts';
import { AnswerChoice, Help } from '#web/sheet/index.ts';
import { Proofs, type Targets } from './Proofs.tsx';
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
    <article
      id={item.id}
      aria-labelledby={`${id}-question`}
      data-print="whole"
      className="rounded-12 border border-solid-gray-100 bg-white p-4 sm:flex sm:p-5"
    >
      <p className="w-16 shrink-0 pt-1 text-help text-solid-gray-700">{item.label ?? item.id}</p>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <h3 id={`${id}-question`} className="phrase text-section">
          {item.text}
        </h3>
        <Help help={item.help} id={`${id}-help`} />
        <AnswerChoice
          item={item}
          {...choice}
          questionId={`${id}-question`}
          helpId={`${id}-help`}
          reasonMissing={reasonMissing}
        />
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Proofs item={item} targets={targets} />
          <p className="ml-auto text-help text-solid-gray-700">{isComplete(choice.answer) ? '✓ 回答ずみ' : '未回答'}</p>
        </div>
      </div>
    </article>
  );
}
