import { useRef } from 'react';
import { exitWords, stepState, type TreeStep, treeSteps, walkTree } from '#core/assessment/network-tree.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { useStepKeys } from '#web/sheet/index.ts';
import { Progress } from '#web/ui/Progress.tsx';
import type { AnsweredSheet } from './answered-sheet.ts';
import { Ending } from './Ending.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { isComplete } from './self-check.ts';
import { TabNote } from './TabNote.tsx';
import { TreeMap } from './TreeMap.tsx';

/** The six steps of the flow with their questions; beside them the way as far as the answers lead. */
export function NetworkTree(props: AnsweredSheet) {
  const list = useRef<HTMLDivElement>(null);
  useStepKeys(list, true);
  const given = new Map(Object.entries(props.answers));
  const walk = walkTree(given);
  const items = itemsOf(props.sheet);
  const done = items.filter(({ id }) => isComplete(props.answers[id])).length;
  return (
    <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_18rem]">
      <div ref={list} className="flex flex-col gap-8">
        {treeSteps.map((step, place) => (
          <Step
            key={step.title}
            {...props}
            step={step}
            place={place}
            leftHere={place === walk.step && walk.level !== null}
          />
        ))}
        <Ending sheet={props.sheet} answers={props.answers} />
      </div>
      <aside className="flex flex-col gap-4 self-start wide:sticky wide:top-4">
        <Progress label="答えた数" value={done} total={items.length} words={`${done} / ${items.length}問`} />
        <TreeMap states={treeSteps.map((step) => stepState(step, given))} walk={walk} />
        <TabNote />
      </aside>
    </div>
  );
}

type StepProps = AnsweredSheet & {
  readonly step: TreeStep;
  readonly place: number;
  readonly leftHere: boolean;
};

function Step({ step, place, leftHere, sheet, targets, answers, onAnswer }: StepProps) {
  const questions = itemsOf(sheet).filter(({ id }) => step.items.includes(id));
  return (
    <section id={`step-${place + 1}`} aria-labelledby={`step-${place + 1}-title`} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span
          aria-hidden="true"
          className="flex size-8 shrink-0 items-center justify-center rounded-full bg-blue-900 font-700 tabular-nums text-white"
        >
          {place + 1}
        </span>
        <h2 id={`step-${place + 1}-title`} className="text-section">
          {step.title}
        </h2>
        <p className={`text-help ${leftHere ? 'font-700 text-blue-900' : 'text-solid-gray-700'}`}>{exitWords(step)}</p>
      </div>
      {questions.map((item) => (
        <QuestionCard
          key={item.id}
          item={item}
          targets={targets}
          scale={sheet.scale}
          answer={answers[item.id]}
          keys
          onAnswer={(answer) => onAnswer(item.id, answer)}
        />
      ))}
    </section>
  );
}
