import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type LowGroup, type LowItem, lowAnswers } from './low-answers.ts';
import { shortAnswer } from './short-answer.ts';
import type { ShownResult } from './shown-result.ts';

/** As many items as are read at a glance; more are folded by area. */
const atAGlance = 20;

/** The items answered 「していない」 and 「分からない」, by area. */
export function LowAnswers({ shown }: { readonly shown: ShownResult }) {
  const groups = lowAnswers(shown.sheet, shown.answers);
  const items = groups.flatMap((group) => group.items);
  if (items.length === 0) return null;
  const open = items.length <= atAGlance;
  return (
    <Card
      title={titleOf(shown, items)}
      aside={<span className="print:hidden">{!open && '分野を開いて'}番号を選ぶと、答えの画面が開きます</span>}
    >
      <div className="gap-x-8 wide:columns-2">
        {groups.map((group) => (
          <div key={group.area.id} className="break-inside-avoid">
            <Disclosure title={`${group.area.title}　${group.items.length}問`} openAtFirst={open}>
              <Group group={group} shown={shown} />
            </Disclosure>
          </div>
        ))}
      </div>
    </Card>
  );
}

function titleOf({ sheet }: ShownResult, items: readonly LowItem[]): string {
  const unknown = items.filter(({ value }) => value === 'unknown').length;
  const known = items.length - unknown;
  const word = sheet.scale.id === 'yes-no' ? '「いいえ」または未回答の設問' : '「していない」';
  return [known > 0 ? `${word}${known}問` : '', unknown > 0 ? `「分からない」${unknown}問` : '']
    .filter((part) => part !== '')
    .join('・');
}

type GroupProps = { readonly group: LowGroup; readonly shown: ShownResult };

function Group({ group: { area, items, unknown }, shown }: GroupProps) {
  return (
    <div className="pb-3">
      <ul className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
        {items.map((low) => (
          <LowLine key={low.item.id} low={low} shown={shown} />
        ))}
      </ul>
      {unknown > 0 && area.ask && <p className="text-note text-solid-gray-700">聞く相手：{area.ask}</p>}
    </div>
  );
}

function LowLine({ low: { item, value }, shown }: { readonly low: LowItem; readonly shown: ShownResult }) {
  const { sheet, answersAt } = shown;
  return (
    <li data-print="whole" className="flex items-start gap-3 py-2 text-help">
      <span className="w-14 shrink-0 tabular-nums">
        <Link href={answersAt(item.id)}>{item.label ?? item.id}</Link>
      </span>
      <span className="flex min-w-0 flex-1 flex-col items-start gap-x-3 gap-y-1 sm:flex-row">
        <span className="min-w-0 flex-1">{item.text}</span>
        <span className="shrink-0">
          <Tag tone={value === 'unknown' ? 'plain' : 'attention'}>
            {value === '0' ? '0点' : shortAnswer(value, sheet.scale)}
          </Tag>
        </span>
      </span>
    </li>
  );
}
