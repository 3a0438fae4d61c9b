import { besideItem } from '#core/catalogue/beside-item.ts';
import { type ChecklistItem, countItems, type ItemState } from '#core/compliance/checklist.ts';
import { sectionTitle } from '#core/compliance/form-document.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Pairs } from '#web/ui/Pairs.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ChecklistView } from './calls.ts';
import { itemHref } from './item-href.ts';

type ChecklistSectionsProps = {
  readonly facilityId: string;
  readonly sections: ChecklistView['sections'];
  readonly runId: string | undefined;
};

const stateTags: Readonly<
  Record<ItemState, { readonly tone: 'done' | 'attention' | 'plain'; readonly words: string }>
> = {
  yes: { tone: 'done', words: '✓ はい' },
  no: { tone: 'attention', words: 'いいえ' },
  unknown: { tone: 'attention', words: '分からない' },
  open: { tone: 'plain', words: '未回答' },
  aside: { tone: 'plain', words: '記入は要りません' },
};

/** The form section by section: each item with its answer, its days and who confirmed it. */
export function ChecklistSections({ facilityId, sections, runId }: ChecklistSectionsProps) {
  return sections.map((section) => {
    const { yes, no, open } = countItems(section.items);
    return (
      <Card key={section.areaId} title={sectionTitle(section)} aside={`はい ${yes}・いいえ ${no}・未回答 ${open}`}>
        <Table
          caption={`${sectionTitle(section)}の項目`}
          columns={columnsOf((id) => (runId ? itemHref({ facilityId, runId }, sections, id) : undefined))}
          rows={section.items}
          rowKey={({ id }) => id}
          whole
        />
      </Card>
    );
  });
}

const columnsOf = (hrefOf: (id: string) => string | undefined): readonly Column<ChecklistItem>[] => [
  {
    key: 'label',
    title: '番号',
    short: true,
    roomy: true,
    width: 'sm:w-20',
    cell: ({ label }) => <span className="text-help">{label}</span>,
  },
  { key: 'text', title: '項目', names: true, cell: (item) => <ItemWords item={item} href={hrefOf(item.id)} /> },
  { key: 'state', title: '答え', short: true, width: 'sm:w-40', cell: ({ state }) => <StateTag state={state} /> },
  {
    key: 'confirmed',
    title: '確認日',
    short: true,
    roomy: true,
    width: 'sm:w-44',
    cell: (item) => <Confirmed item={item} />,
  },
  {
    key: 'target',
    title: '目標日',
    short: true,
    roomy: true,
    width: 'sm:w-44',
    cell: (item) => <Target item={item} />,
  },
];

function StateTag({ state }: { readonly state: ItemState }) {
  return <Tag tone={stateTags[state].tone}>{stateTags[state].words}</Tag>;
}

function ItemWords({ item, href }: { readonly item: ChecklistItem; readonly href: string | undefined }) {
  const beside = besideItem(item);
  return (
    <>
      <span className="text-help text-solid-gray-700 sm:hidden">{item.label}　</span>
      {href ? <Link href={href}>{item.text}</Link> : item.text}{' '}
      {item.doubt !== null && <Tag tone="attention">要確認</Tag>}
      {beside !== '' && (
        <span className="block text-help text-solid-gray-700">
          <Pairs words={beside} />
        </span>
      )}
      {item.reason && <span className="block text-help text-solid-gray-700">{item.reason}</span>}
      <span className="block text-help sm:hidden">
        <Confirmed item={item} named />
        {item.targetOn !== null && <span className="block">目標日：{japaneseDay(item.targetOn)}</span>}
        {item.lacksTarget && <Tag tone="attention">目標日が未定</Tag>}
      </span>
    </>
  );
}

type ConfirmedProps = { readonly item: ChecklistItem; readonly named?: boolean };

function Confirmed({ item: { confirmedOn, confirmedBy }, named = false }: ConfirmedProps) {
  if (confirmedOn === null) return null;
  return (
    <span className="text-help tabular-nums">
      {named && '確認日：'}
      {japaneseDay(confirmedOn)}
      {confirmedBy && <span className="block text-solid-gray-700">{confirmedBy}</span>}
    </span>
  );
}

function Target({ item: { targetOn, late, lacksTarget } }: { readonly item: ChecklistItem }) {
  if (lacksTarget) return <Tag tone="attention">未定</Tag>;
  if (targetOn === null) return null;
  return (
    <span className={`text-help tabular-nums ${late ? 'font-700 text-red-1000' : ''}`}>
      {japaneseDay(targetOn)}
      {late && <span className="block">過ぎています</span>}
    </span>
  );
}
