import { Link } from 'react-aria-components/Link';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { useAnswering } from '../answering.ts';
import { lacksReason } from '../card/reason.ts';
import { itemHref } from '../item-href.ts';
import type { SheetPart } from '../sheet-part.ts';

/** Answers of other parts that wait for the person: two to choose from, or a reason to write. */
export function WaitingBar({ open }: { readonly open: SheetPart }) {
  const { path, run, sheet, savings, standings } = useAnswering();
  const waiting = itemsOf(sheet).filter((item) => {
    const answer = standings.answers.get(item.id);
    const unfinished = answer?.draft !== undefined && lacksReason(sheet.scale, answer);
    return (unfinished || savings.get(item.id)?.state === 'conflict') && !open.items.includes(item);
  });
  if (run.status !== 'open' || waiting.length === 0) return null;
  return (
    <section
      aria-label="あなたを待っている回答"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-12 border border-orange-200 bg-attention-ground px-4 py-3 text-help"
    >
      <p>
        <strong className="text-orange-1000">まだ保存していない回答が、ほかに{waiting.length}問あります。</strong>
        開いて、残す答えを選ぶか、対象外の理由を書いてください。
      </p>
      {waiting.map((item) => (
        <Link
          key={item.id}
          href={itemHref(path, sheet, item.id)}
          className="inline-flex min-h-11 items-center rounded-4 font-700 text-blue-900 underline underline-offset-4 wide:min-h-7"
        >
          {item.id}
        </Link>
      ))}
    </section>
  );
}
