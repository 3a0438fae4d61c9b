import { itemsOf } from '#core/catalogue/sheet.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import type { AnsweredSheet } from './answered-sheet.ts';
import { isComplete } from './self-check.ts';

/** Below the last question: what is left, and the way on. */
export function Ending({ sheet, answers }: Pick<AnsweredSheet, 'sheet' | 'answers'>) {
  const left = itemsOf(sheet).filter(({ id }) => !isComplete(answers[id]));
  const action = (
    <ButtonLink look="primary" href="/self-check/result">
      結果を見る
    </ButtonLink>
  );
  if (left.length === 0) return <Callout tone="done" title="すべての設問に答えました" action={action} />;
  return (
    <Callout tone="note" title={`あと${left.length}問あります`} action={action}>
      途中でも結果を見られます。未回答の設問：{left.map(({ id }) => id).join('、')}
    </Callout>
  );
}
