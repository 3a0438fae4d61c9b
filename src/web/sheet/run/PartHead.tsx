import type { ReactNode } from 'react';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useAnswering } from '../answering.ts';
import { progressOf } from '../progress.ts';
import type { SheetPart } from '../sheet-part.ts';
import { Assignments } from './Assignments.tsx';

const loadCarryOverPart = ahead(async () => (await import('./CarryOverPart.tsx')).CarryOverPart);

type PartHeadProps = { readonly part: SheetPart; readonly actions: ReactNode };

/** Where the person is, how far this part has come, who has it, and what it is about. */
export function PartHead({ part, actions }: PartHeadProps) {
  const { run, sheet, parts, standings, lastYear } = useAnswering();
  const { needed, answered, toConfirm, undated, aside } = progressOf(part.items, standings);
  const place = parts.indexOf(part) + 1;
  const kind = run.purpose === 'audit' ? '監査' : '自己点検';
  const where = parts.length > 1 ? `${sheet.title}・${parts.length}分野の${place}番目` : kind;
  return (
    <>
      <PageHead key={part.id} where={where} title={part.title} action={actions} />
      <div className="-mt-2 mb-5 sm:-mt-4 text-help text-solid-gray-700">
        <div className="flex flex-wrap items-center gap-x-4">
          {needed > 0 && (
            <span className="tabular-nums">
              {needed}問のうち{answered}問に回答済み
            </span>
          )}
          {toConfirm > 0 && <span className="tabular-nums">確定待ち{toConfirm}問</span>}
          {undated > 0 && <span className="tabular-nums text-orange-1000">日がまだ{undated}問</span>}
          {aside > 0 && (
            <span className="tabular-nums">
              {needed > 0 ? 'ほかに、記入の要らない' : '記入の要らない'}
              {aside}問
            </span>
          )}
          {run.sheetId === 'executive' && (
            <span className="inline-flex items-center gap-1">
              <Icon name="lock" small />
              回答はあなただけが見られます
            </span>
          )}
          <Assignments part={part} />
          {part.ask && <span>聞く相手：{part.ask}</span>}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <p className="measure">{part.about}</p>
          {lastYear && <Late load={loadCarryOverPart} props={{ part }} />}
        </div>
      </div>
    </>
  );
}
