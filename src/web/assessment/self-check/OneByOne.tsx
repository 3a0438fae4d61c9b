import { useState } from 'react';
import { type Item, itemsOf } from '#core/catalogue/sheet.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Progress } from '#web/ui/Progress.tsx';
import type { AnsweredSheet } from './answered-sheet.ts';
import { OneQuestion } from './OneQuestion.tsx';
import { isComplete } from './self-check.ts';

type OneByOneProps = AnsweredSheet & {
  /** Id of the open question; the one that was first unanswered on entering where it is not given. */
  readonly open: string | undefined;
  readonly onOpen: (item: string) => void;
  readonly aboveOf: (item: Item) => string;
};

/** The questions of a sheet one after another, with the way back and forth at the thumb. */
export function OneByOne(props: OneByOneProps) {
  const { sheet, answers, onOpen } = props;
  const items = itemsOf(sheet);
  const [first] = useState(() => items.find(({ id }) => !isComplete(answers[id])));
  const asked = items.findIndex(({ id }) => id === (props.open ?? first?.id));
  const place = Math.max(asked, 0);
  const item = items[place];
  if (!item) return null;
  const [before, after] = [items[place - 1], items[place + 1]];
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 pb-20 sm:gap-5 sm:pb-0">
      <Progress label="今の設問" value={place + 1} total={items.length} words={`${place + 1} / ${items.length}問`} />
      <OneQuestion
        item={item}
        targets={props.targets}
        above={props.aboveOf(item)}
        scale={sheet.scale}
        answer={answers[item.id]}
        onAnswer={(answer) => props.onAnswer(item.id, answer)}
      />
      <Ways before={before} after={after} answered={isComplete(answers[item.id])} onOpen={onOpen} />
    </div>
  );
}

type WaysProps = Pick<OneByOneProps, 'onOpen'> & {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly answered: boolean;
};

function Ways({ before, after, answered, onOpen }: WaysProps) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 flex gap-3 border-t border-solid-gray-300 bg-white px-4 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] sm:static sm:justify-between sm:border-0 sm:bg-transparent sm:p-0">
      <Button icon="back" disabled={!before} onPress={() => before && onOpen(before.id)}>
        前へ
      </Button>
      <div className="flex flex-1 flex-col sm:flex-none">
        {after ? (
          <Button look={answered ? 'primary' : 'secondary'} onPress={() => onOpen(after.id)}>
            {answered ? '次の設問へ' : 'あとで答える'}
          </Button>
        ) : (
          <ButtonLink look="primary" href="/self-check/result">
            結果を見る
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
