import type { ReactNode } from 'react';
import { besideItem } from '#core/catalogue/beside-item.ts';
import { doubtOf } from '#core/catalogue/doubt.ts';
import type { Item } from '#core/catalogue/sheet.ts';
import { Pairs } from '#web/ui/Pairs.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type CommonNotes, isDoubtTold, nothingCommon } from '../common-notes.ts';

type ItemCardProps = {
  readonly item: Item;
  /** Id of the question's words; whatever answers it is labelled by them. */
  readonly questionId: string;
  /** What is said above the questions already. */
  readonly told?: CommonNotes;
  /** Where the question stands among the headings of its page. */
  readonly level?: 2 | 3;
  /** Beside the question: how it stands, what can be done with the card. */
  readonly mark?: ReactNode;
  /** Help, answer cards and whatever belongs to the answer. */
  readonly children: ReactNode;
  /** What the question rests on and what would prove the answer. */
  readonly proofs: ReactNode;
  /** Whether the answer is kept. */
  readonly state: ReactNode;
  /** Below everything: what people open when they need it. */
  readonly more?: ReactNode;
};

/** One question of a sheet: number, words, help, answer, what it rests on. */
export function ItemCard({ item, questionId, told = nothingCommon, level = 3, ...parts }: ItemCardProps) {
  const Question = level === 2 ? 'h2' : 'h3';
  const doubt = told.ofAll ? null : doubtOf(item);
  const beside = besideItem(item);
  return (
    <article
      id={item.id}
      aria-labelledby={questionId}
      data-print="whole"
      className="scroll-mt-20 rounded-12 border border-solid-gray-100 bg-white p-4 sm:flex sm:p-5"
    >
      <p className="w-16 shrink-0 pt-1 text-help tabular-nums text-solid-gray-700">{item.label ?? item.id}</p>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <Question id={questionId} className="min-w-0 flex-1 basis-72 text-section">
            {item.text}
          </Question>
          {parts.mark}
        </div>
        {beside !== '' && (
          <p className="text-help text-solid-gray-700">
            <Pairs words={beside} />
          </p>
        )}
        {doubt && (
          <p className="text-help text-orange-1000">
            <Tag tone="attention">要確認</Tag> {!isDoubtTold(item, told) && doubt}
          </p>
        )}
        {parts.children}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          {parts.proofs}
          <div className="ml-auto">{parts.state}</div>
        </div>
        {parts.more}
      </div>
    </article>
  );
}
