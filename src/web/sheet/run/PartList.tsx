import { Link } from 'react-aria-components/Link';
import { useAnswering } from '../answering.ts';
import { partHref } from '../item-href.ts';
import { progressOf, shownItems } from '../progress.ts';
import type { SheetPart } from '../sheet-part.ts';

/** The parts of the sheet with what is answered of each; with a filter those that hold something. */
export function PartList({ open }: { readonly open: SheetPart }) {
  const { parts, search, standings } = useAnswering();
  const listed = parts.filter((part) => part === open || shownItems(search.show, part, standings).length > 0);
  return (
    <nav aria-label="分野" className="mt-3">
      <ul>
        {listed.map((part) => (
          <PartLine key={part.id} part={part} current={part === open} />
        ))}
      </ul>
    </nav>
  );
}

function PartLine({ part, current }: { readonly part: SheetPart; readonly current: boolean }) {
  const { path, search, standings } = useAnswering();
  const { answered, needed, toConfirm, undated } = progressOf(part.items, standings);
  return (
    <li>
      <Link
        href={partHref(path, { ...search, area: part.id })}
        {...(current && { 'aria-current': 'page' as const })}
        className={`-mx-2 flex min-h-11 items-center justify-between gap-2 rounded-6 px-2 text-help hover:bg-solid-gray-50 wide:min-h-6 ${
          current ? 'font-700 text-blue-900' : ''
        }`}
      >
        <span className="min-w-0">
          {part.title}
          {undated > 0 && <span className="block text-note text-orange-1000">日がまだ{undated}</span>}
        </span>
        <span className={`flex shrink-0 items-center tabular-nums ${current ? '' : 'text-solid-gray-700'}`}>
          {toConfirm > 0 && <span className="mr-1.5 text-note text-orange-1000">確定待ち{toConfirm}</span>}
          {needed === 0 ? '記入不要' : `${answered}/${needed}`}
          <span className="inline-block w-4 text-right text-green-800">
            {needed > 0 && answered === needed && undated === 0 && (
              <>
                <span aria-hidden="true">✓</span>
                <span className="sr-only">済み</span>
              </>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
