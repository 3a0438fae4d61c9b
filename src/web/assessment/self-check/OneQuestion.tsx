import { useEffect, useId, useRef } from 'react';
import type { Item, Scale } from '#core/catalogue/sheet.ts';
import { AnswerChoice, Help, Proofs, type Targets } from '#web/sheet/index.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import { reasonMissing, type SelfAnswer } from './self-check.ts';

type OneQuestionProps = {
  readonly item: Item;
  readonly targets: Targets;
  readonly scale: Scale;
  readonly answer: SelfAnswer | undefined;
  readonly onAnswer: (answer: SelfAnswer) => void;
  /** What stands above the question: its area or its step. */
  readonly above: string;
};

/** One question to a screen, large enough for a thumb; a new question takes the focus. */
export function OneQuestion({ item, targets, above, scale, answer, onAnswer }: OneQuestionProps) {
  const id = useId();
  const wide = useWide();
  const heading = useNewHeading(item.id);
  const choice = useRef<HTMLDivElement>(null);
  const choose = (next: SelfAnswer) => {
    onAnswer(next);
    // The reason asked for may open below the edge of a phone.
    if (next.value !== answer?.value) requestAnimationFrame(() => choice.current?.scrollIntoView({ block: 'nearest' }));
  };
  const help = <Help help={item.help} id={`${id}-help`} />;
  return (
    <article className="flex flex-col gap-3 sm:gap-4 sm:rounded-12 sm:border sm:border-solid-gray-100 sm:bg-white sm:p-6">
      <div>
        <p className="text-help text-solid-gray-700">{above}</p>
        <h2 ref={heading} id={`${id}-question`} tabIndex={-1} className="rounded-4 text-[1.25rem]/[1.6] font-700">
          {item.text}
        </h2>
      </div>
      {wide ? help : <Disclosure title="この設問の意味と例">{help}</Disclosure>}
      <div ref={choice} key={item.id}>
        <AnswerChoice
          item={item}
          scale={scale}
          answer={answer}
          onAnswer={choose}
          questionId={`${id}-question`}
          reasonMissing={reasonMissing}
          alone
        />
      </div>
      {wide && <Proofs item={item} targets={targets} />}
    </article>
  );
}

/** Gives the heading the focus when another question has come, not when the page opens. */
function useNewHeading(item: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(item);
  useEffect(() => {
    if (shown.current === item) return;
    shown.current = item;
    heading.current?.focus();
  }, [item]);
  return heading;
}
