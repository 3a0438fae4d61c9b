import { type ChecklistItem, openItems } from '#core/compliance/checklist.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ChecklistView } from './calls.ts';
import { itemHref } from './item-href.ts';

type OpenItemsProps = { readonly facilityId: string; readonly checklist: ChecklistView };

/** What is not はい yet and by when it is to be, late ones first. */
export function OpenItems({ facilityId, checklist: { sections, run } }: OpenItemsProps) {
  const open = openItems(sections);
  if (!run || open.length === 0) return null;
  const late = open.filter((item) => item.late).length;
  return (
    <Card title="「はい」にする項目" aside={late > 0 ? `目標日を過ぎた項目 ${late}` : '目標日の早い順'}>
      <ul className="divide-y divide-solid-gray-100">
        {open.map((item) => (
          <li key={item.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            <span className="w-12 shrink-0 text-help tabular-nums text-solid-gray-700">{item.label}</span>
            <Link href={itemHref({ facilityId, runId: run.id }, sections, item.id)}>{item.text}</Link>
            {item.doubt !== null && <Tag tone="attention">要確認</Tag>}
            <span className="ml-auto flex items-center gap-2 text-help tabular-nums">
              {item.late && <Tag tone="danger">過ぎています</Tag>}
              <TargetDay item={item} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TargetDay({ item: { targetOn } }: { readonly item: ChecklistItem }) {
  return targetOn === null ? <Tag tone="attention">目標日が未定</Tag> : `目標日：${japaneseDay(targetOn)}`;
}
