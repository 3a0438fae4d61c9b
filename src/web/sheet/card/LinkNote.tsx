import { useId } from 'react';
import type { LinkTarget } from '#core/catalogue/contract.ts';
import { doubtOf } from '#core/catalogue/doubt.ts';
import { Help } from './Help.tsx';
import { useNote } from './use-note.ts';

/** What a question rests on: its name in the line, its text on hover, focus and press. */
export function LinkNote({ target }: { readonly target: LinkTarget }) {
  const id = useId();
  const { button, note } = useNote();
  const { label, text, certainty, clause } = target;
  const unsure = certainty !== 'primary';
  return (
    <>
      <button
        {...button}
        type="button"
        aria-describedby={id}
        className="min-h-11 rounded-4 text-left underline decoration-dotted underline-offset-4 hover:text-blue-900 sm:min-h-6"
      >
        {label}
        {unsure && <span className="text-orange-1000">{clause ? '（条番号は要確認）' : '（要確認）'}</span>}
      </button>
      <div
        {...note}
        id={id}
        popover="auto"
        role="note"
        className="measure fixed m-0 max-h-[70vh] max-w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-8 border border-solid-gray-300 bg-white p-3 text-help text-solid-gray-900 shadow-2"
      >
        <p className="font-700">{label}</p>
        <p>{text}</p>
        {clause && (
          <>
            <Help help={clause.help} />
            <p className="mt-1">証跡：{clause.evidence.join('、')}</p>
            <p className="text-note text-solid-gray-700">出典：{clause.source}</p>
          </>
        )}
        {unsure && <p className="mt-1 text-note text-orange-1000">要確認：{doubtOf({ certainty })}</p>}
      </div>
    </>
  );
}
