import { itemsOf } from '#core/catalogue/sheet.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { useAnswering } from '../answering.ts';
import { ConflictChoice } from '../item/ConflictChoice.tsx';
import type { TakenView } from '../queries.ts';

/** The answers of which the person has to choose one, which wait for them, then what the file changed. */
export function TakenReport({ taken }: { readonly taken: TakenView }) {
  const { written, unchanged, conflicts } = taken;
  return (
    <div className="flex flex-col gap-3">
      {conflicts.length > 0 && <Conflicts items={conflicts.map(({ current }) => current.itemId)} />}
      <Callout
        tone="done"
        announce
        title={written === 0 ? '変わった所はありませんでした' : `${written}問に書き込みました`}
      >
        {unchanged}問は変えていません。
      </Callout>
    </div>
  );
}

function Conflicts({ items }: { readonly items: readonly string[] }) {
  const { sheet, savings } = useAnswering();
  const open = itemsOf(sheet).filter(({ id }) => items.includes(id) && savings.get(id)?.state === 'conflict');
  if (open.length === 0) return <p role="status">重なった{items.length}問は、すべて選び終わりました。</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="font-700">
        ファイルを受け取った後に、ほかの人が答えた設問が{open.length}問あります。1問ずつ選んでください。
      </p>
      <p className="text-help">選ぶまで、保存済みの答えはそのままです。</p>
      {open.map((item) => (
        <div key={item.id}>
          <p className="mb-1 text-help">
            {item.id}　{item.text}
          </p>
          <ConflictChoice item={item} fromFile />
        </div>
      ))}
    </div>
  );
}
