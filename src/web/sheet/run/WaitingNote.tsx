import { Link } from 'react-aria-components/Link';
import type { Item } from '#core/catalogue/sheet.ts';

type WaitingNoteProps = { readonly waiting: readonly Item[]; readonly hrefOf: (item: Item) => string };

/** Names the answers that wait for the person, each leading there. */
export function WaitingNote({ waiting, hrefOf }: WaitingNoteProps) {
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
          href={hrefOf(item)}
          className="inline-flex min-h-11 items-center rounded-4 font-700 text-blue-900 underline underline-offset-4 wide:min-h-7"
        >
          {item.id}
        </Link>
      ))}
    </section>
  );
}
