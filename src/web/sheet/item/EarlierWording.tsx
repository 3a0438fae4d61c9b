import type { Item } from '#core/catalogue/sheet.ts';
import { versionTitle } from '#core/catalogue/version-title.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { useAnswering } from '../answering.ts';
import { MarkWords } from './MarkWords.tsx';
import { valueWords } from './value-words.ts';

/** Of an item that is new or says something else: the older and the newer words side by side, and what was answered then. */
export function EarlierWording({ item }: { readonly item: Item }) {
  const { before, run } = useAnswering();
  const change = before?.changes.get(item.id);
  if (!before || !change || change.change === 'unchanged') return null;
  if (!change.earlier) {
    return (
      <p className="text-help text-solid-gray-700">
        <Tag>新しい設問</Tag> {unbroken(`${versionTitle(before.version)}にはありませんでした。`)}
      </p>
    );
  }
  return (
    <section
      aria-label={`前の文言と今の文言（${item.label ?? item.id}）`}
      className="rounded-8 border border-solid-gray-300 px-4 py-3 text-help"
    >
      <p className="mb-2">
        <Tag>文言が変わりました</Tag> 前の答えは引き継がれていません。今の文言で答えてください。
      </p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <Wording title={`前の文言（${before.version}・${change.earlier.label}）`} text={change.earlier.text} />
        <Wording title={`今の文言（${run.sheetVersion}・${change.label}）`} text={item.text} strong />
        <EarlierAnswer item={item} />
      </dl>
    </section>
  );
}

type WordingProps = { readonly title: string; readonly text: string; readonly strong?: boolean };

function Wording({ title, text, strong = false }: WordingProps) {
  return (
    <div>
      <dt className="text-solid-gray-700">{unbroken(title)}</dt>
      <dd className={strong ? 'font-700' : ''}>{text}</dd>
    </div>
  );
}

function EarlierAnswer({ item }: { readonly item: Item }) {
  const { before, sheet, run } = useAnswering();
  const given = before?.answers.get(item.id);
  if (!before || !given) return null;
  const when = before.fiscalYear === run.fiscalYear ? '移す前' : yearTitle(before.fiscalYear);
  return (
    <div className="sm:col-span-2">
      <dt className="text-solid-gray-700">前の文言への答え（{unbroken(when)}）</dt>
      <dd>
        <strong>{valueWords(given.value, sheet.scale)}</strong>{' '}
        <MarkWords confirmedOn={given.confirmedOn} targetOn={given.targetOn} />
        {given.note && <span className="whitespace-pre-line">　メモ：{given.note}</span>}
      </dd>
    </div>
  );
}
