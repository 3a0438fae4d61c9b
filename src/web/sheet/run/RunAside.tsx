import { itemsOf } from '#core/catalogue/sheet.ts';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { Progress } from '#web/ui/Progress.tsx';
import { useAnswering } from '../answering.ts';
import { progressOf } from '../progress.ts';
import type { SheetPart } from '../sheet-part.ts';
import { PartList } from './PartList.tsx';

const loadKeyHelp = ahead(async () => (await import('./KeyHelp.tsx')).KeyHelp);
const loadShowFilter = ahead(async () => (await import('./ShowFilter.tsx')).ShowFilter);

/** How far the whole sheet has come, what is shown of it, and the way to every part. */
export function RunAside({ open }: { readonly open: SheetPart }) {
  const { sheet, standings, parts } = useAnswering();
  const items = parts.flatMap((part) => part.items);
  const whole = items.length === itemsOf(sheet).length;
  const { answered, needed, undated } = progressOf(items, standings);
  return (
    <div className="rounded-12 border border-solid-gray-100 bg-white p-4">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="tabular-nums">
          <span className="mr-2 text-help text-solid-gray-700">{whole ? '全体' : '担当'}</span>
          <span className="text-[1.625rem]/[1.2] font-700">{answered}</span>
          <span className="text-help"> / {needed}問</span>
          {undated > 0 && <span className="ml-2 text-note text-orange-1000">日がまだ{undated}</span>}
        </p>
        <Late load={loadKeyHelp} props={{}} />
      </div>
      <Progress label="答えた数" value={answered} total={needed} words={`${needed}問のうち${answered}問`} bare />
      <Late load={loadShowFilter} props={{ open }} />
      {parts.length > 1 && <PartList open={open} />}
    </div>
  );
}
