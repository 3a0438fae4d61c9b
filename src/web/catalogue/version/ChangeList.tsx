import { countChanges } from '#core/catalogue/changes.ts';
import type { SheetChanges } from '#core/catalogue/contract.ts';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { unbroken } from '#web/ui/unbroken.ts';

type ChangesProps = { readonly changes: SheetChanges };
type Shown = SheetChanges['items'][number];

/** How many items are of which kind. */
export function ChangeCounts({ changes }: ChangesProps) {
  const counts = countChanges(changes);
  const kinds = [
    { title: '変わらない', count: counts.unchanged, words: '回答を引き継ぎます' },
    { title: '文言が変わった', count: counts.reworded, words: '前の答えを見て答え直します' },
    { title: '新しい', count: counts.new, words: '新しく答えます' },
    { title: '無くなった', count: counts.dropped, words: '記録にだけ残ります' },
  ];
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {kinds.map(({ title, count, words }) => (
        <Figure key={title} title={title} figure={String(count)} unit="項目">
          {words}
        </Figure>
      ))}
    </div>
  );
}

/** Every item of the version: first what says something else, then what is new and what is gone, the rest folded away. */
export function ChangeList({ changes }: ChangesProps) {
  const of = (change: Shown['change']) => changes.items.filter((item) => item.change === change);
  const [reworded, fresh, unchanged] = [of('reworded'), of('new'), of('unchanged')];
  return (
    <>
      {reworded.length > 0 && (
        <Card title="文言が変わった項目" aside={`${changes.from} → ${changes.to}`}>
          <ul>
            {reworded.map((item) => (
              <Reworded key={item.id} item={item} changes={changes} />
            ))}
          </ul>
        </Card>
      )}
      {fresh.length > 0 && (
        <Card title="新しい項目">
          <Plain items={fresh} />
        </Card>
      )}
      {changes.dropped.length > 0 && (
        <Card title="無くなった項目">
          <Plain items={changes.dropped} />
        </Card>
      )}
      {unchanged.length > 0 && (
        <Card title="変わらない項目">
          <Disclosure title={`${unchanged.length}項目を見る`}>
            <Plain items={unchanged} />
          </Disclosure>
        </Card>
      )}
    </>
  );
}

const line = 'border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0';

function Reworded({ item, changes }: ChangesProps & { readonly item: Shown }) {
  return (
    <li className={line}>
      <p className="mb-1 text-help text-solid-gray-700">
        {item.label}　{item.area} <Doubt doubt={item.doubt} />
      </p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <div>
          <dt className="text-help text-solid-gray-700">
            {unbroken(`前の文言（${changes.from}・${item.earlier?.label ?? ''}）`)}
          </dt>
          <dd>{unbroken(item.earlier?.text)}</dd>
        </div>
        <div>
          <dt className="text-help text-solid-gray-700">{unbroken(`今の文言（${changes.to}・${item.label}）`)}</dt>
          <dd className="font-700">{unbroken(item.text)}</dd>
        </div>
      </dl>
    </li>
  );
}

type PlainItem = { readonly id: string; readonly label: string; readonly text: string; readonly doubt?: string | null };

function Plain({ items }: { readonly items: readonly PlainItem[] }) {
  return (
    <ul>
      {items.map(({ id, label, text, doubt = null }) => (
        <li key={id} className={`flex gap-4 ${line}`}>
          <span className="w-14 shrink-0 text-help tabular-nums text-solid-gray-700">{label}</span>
          <span className="min-w-0">
            {unbroken(text)} <Doubt doubt={doubt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Doubt({ doubt }: { readonly doubt: string | null }) {
  return doubt === null ? null : <Tag tone="attention">要確認</Tag>;
}
