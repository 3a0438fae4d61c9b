import { useRef, useState } from 'react';
import { useStepKeys } from '#web/sheet/index.ts';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import type { AnsweredSheet } from './answered-sheet.ts';
import { Ending } from './Ending.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { SheetProgress } from './SheetProgress.tsx';
import { TabNote } from './TabNote.tsx';

/** All questions below one another, by area, with what is left beside them. */
export function QuestionList({ sheet, targets, answers, onAnswer }: AnsweredSheet) {
  const list = useRef<HTMLDivElement>(null);
  const [keys, setKeys] = useState(true);
  useStepKeys(list, keys);
  return (
    <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_15rem]">
      <div ref={list} className="flex flex-col gap-6">
        {sheet.areas.map((area) => (
          <section key={area.id} aria-labelledby={`area-${area.id}`} className="flex flex-col gap-3">
            <div>
              <h2 id={`area-${area.id}`} className="text-section">
                {area.title}
              </h2>
              <p className="measure text-help text-solid-gray-700">{area.about}</p>
            </div>
            {area.items.map((item) => (
              <QuestionCard
                key={item.id}
                item={item}
                targets={targets}
                scale={sheet.scale}
                answer={answers[item.id]}
                keys={keys}
                onAnswer={(answer) => onAnswer(item.id, answer)}
              />
            ))}
          </section>
        ))}
        <Ending sheet={sheet} answers={answers} />
      </div>
      <aside className="flex flex-col gap-3 self-start wide:sticky wide:top-4">
        <SheetProgress sheet={sheet} answers={answers} />
        <Checkbox checked={keys} onChange={setKeys}>
          <span className="text-help">キー操作：Jで次、Kで前へ</span>
        </Checkbox>
        <TabNote />
      </aside>
    </div>
  );
}
