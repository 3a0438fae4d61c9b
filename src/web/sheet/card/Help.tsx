import type { Item } from '#core/catalogue/sheet.ts';
import { unbroken } from '#web/ui/unbroken.ts';

/** What the question means, a good example and a common mistake, in the words of the sheet. */
export function Help({ help, id }: { readonly help: Item['help']; readonly id?: string }) {
  return (
    <div {...(id && { id })} className="rounded-8 bg-solid-gray-50 px-4 py-3 text-help">
      <p>{unbroken(help.meaning)}</p>
      <dl className="mt-1 flex flex-col gap-1">
        <HelpLine title="よい例" words={help.goodExample} />
        <HelpLine title="よくある誤り" words={help.commonMistake} />
      </dl>
    </div>
  );
}

function HelpLine({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div>
      <dt className="inline font-700">{title}：</dt>
      <dd className="inline">{unbroken(words)}</dd>
    </div>
  );
}
