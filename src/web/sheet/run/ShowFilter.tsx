import { Link } from 'react-aria-components/Link';
import { isChecklist } from '#core/sheet/checklist.ts';
import { useAnswering } from '../answering.ts';
import { partHref } from '../item-href.ts';
import { shownItems } from '../progress.ts';
import type { Show } from '../run-search.ts';
import type { SheetPart } from '../sheet-part.ts';

const shows: readonly { readonly show: Show | undefined; readonly title: string }[] = [
  { show: undefined, title: 'すべて' },
  { show: 'unanswered', title: '未回答' },
  { show: 'changed', title: '新しい・文言が変わった' },
  { show: 'to-confirm', title: '確定待ち' },
  { show: 'mine', title: '自分の担当' },
];

/** Which items are shown; the choice stands in the address. Of a checklist what is answered may lack its day, and is left too. */
export function ShowFilter({ open }: { readonly open: SheetPart }) {
  const { path, run, search, parts, standings } = useAnswering();
  const counted = shows.map((one) => ({
    ...one,
    title: one.show === 'unanswered' && isChecklist(run.sheetId) ? '残り' : one.title,
    count: parts.reduce((sum, part) => sum + shownItems(one.show, part, standings).length, 0),
  }));
  const offered = counted.filter(({ show, count }) => count > 0 || show === undefined || show === search.show);
  if (offered.length === 1) return null;
  return (
    <ul aria-label="表示する設問" className="mt-3 flex flex-wrap gap-1">
      {offered.map(({ show, title, count }) => (
        <li key={title}>
          <Link
            href={partHref(path, { area: open.id, ...(show && { show }) })}
            {...(show === search.show && { 'aria-current': 'true' as const })}
            className={`flex min-h-11 items-center gap-1 rounded-full border px-3 text-help wide:min-h-7 wide:px-1.5 wide:text-note ${
              show === search.show
                ? 'border-blue-900 bg-blue-50 font-700 text-blue-900'
                : 'border-solid-gray-300 hover:border-solid-gray-900'
            }`}
          >
            {title}
            {show && <span className="tabular-nums">{count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
