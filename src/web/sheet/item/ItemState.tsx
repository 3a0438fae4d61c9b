import type { ReactNode } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { daysOf } from '#core/sheet/checklist.ts';
import { dayFaults } from '#core/sheet/day-faults.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { SaveMark } from '#web/ui/SaveMark.tsx';
import { type Answering, useAnswering } from '../answering.ts';
import { lacksReason } from '../card/reason.ts';
import type { Change } from '../saving/draft.ts';
import { giverWords } from './giver-words.ts';
import { useItem } from './use-item.ts';
import { shortWhen } from './when.ts';

/** Whether the answer of an item is kept, and by whom it was given. */
export function ItemState({ item }: { readonly item: Item }) {
  const answering = useAnswering();
  const { savings, sheet, person } = answering;
  const { answer } = useItem(item);
  const saving = savings.get(item.id);
  if (saving?.state === 'failed') return <SaveMark save={saving} />;
  if (saving?.state === 'refused') return <Refused>{wrongDay(answering, item, answer) ?? saving.message}</Refused>;
  if (saving?.state === 'conflict') return <Words tone="attention">選ぶと保存します</Words>;
  if (answer.draft && lacksReason(sheet.scale, answer)) return <Words tone="attention">理由を書くと保存します</Words>;
  if (answer.draft) return <SaveMark save={{ state: 'saving' }} />;
  const { standing } = answer;
  if (saving?.state === 'saved' && standing?.answeredBy.id === person.id) return <SaveMark save={saving} />;
  if (standing === undefined || standing.value === null) return <Words>未回答</Words>;
  return (
    <Words>
      <Icon name="check" small />
      {giverWords(standing.answeredBy.name)}が保存 {shortWhen(new Date(standing.answeredAt), new Date())}
    </Words>
  );
}

/** Which of the two days is to be put right: its field says what is wrong with it. */
function wrongDay({ sheet, run }: Answering, { id }: Item, answer: Change): string | undefined {
  const frame = { sheet, fiscalYear: run.fiscalYear, today: dayInJapan(new Date()) };
  const [fault] = dayFaults(id, { value: answer.value, ...daysOf(answer) }, frame);
  return fault && `${fault.field === 'targetOn' ? '目標日' : '確認日'}を直してください。`;
}

type WordsProps = { readonly children: ReactNode; readonly tone?: 'attention' };

function Words({ children, tone }: WordsProps) {
  const look = tone ? 'font-700 text-orange-1000' : 'text-solid-gray-700';
  return <span className={`inline-flex items-center gap-1 text-help tabular-nums ${look}`}>{children}</span>;
}

function Refused({ children }: { readonly children: ReactNode }) {
  return (
    <span role="alert" className="inline-flex items-start gap-1 text-help font-700 text-red-900">
      <span className="pt-1">
        <Icon name="danger" small />
      </span>
      <span>保存していません。{children}</span>
    </span>
  );
}
