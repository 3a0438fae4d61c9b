import type { ReactNode } from 'react';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { costWords, dayText } from '#core/plan/decision/decision-sheet.ts';
import { requestKindTitles } from '#core/plan/decision/request-kind.ts';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownRequest } from '../decision-calls.ts';
import { Matter } from './Matter.tsx';

type DueCardProps = { readonly request: ShownRequest; readonly children: ReactNode };

/** One matter to be decided: what, what it costs, what it brings, what not deciding costs. */
export function DueCard({ request, children }: DueCardProps) {
  const { title, cost, effect, waiting } = request;
  return (
    <li data-print="whole" className="rounded-12 border border-solid-gray-100 bg-white p-4 sm:p-5 print:p-3">
      <Tags request={request} />
      <h3 className="mt-1 text-section">{title}</h3>
      <Matter text={request.matter} title={title} />
      <dl className="mt-3 grid gap-x-6 gap-y-3 border-t border-solid-gray-100 pt-3 sm:grid-cols-[9rem_1fr_1fr] print:grid-cols-[9rem_1fr_1fr]">
        <Fact name="費用">
          <span className="font-700 tabular-nums">{costWords(cost)}</span>
        </Fact>
        <Fact name="効果">{effect}</Fact>
        <Fact name="決めないと" isWarning>
          {waiting}
        </Fact>
      </dl>
      <div className="mt-4 flex flex-wrap items-center gap-2 empty:hidden print:hidden">{children}</div>
    </li>
  );
}

function Tags({ request: { kind, neededBy, decisions, askedBy } }: { readonly request: ShownRequest }) {
  const isLate = neededBy !== null && neededBy < dayInJapan(new Date());
  const last = decisions.at(-1);
  return (
    <p className="flex flex-wrap items-center gap-2 text-help">
      <Tag tone="now">{requestKindTitles[kind]}</Tag>
      {last?.outcome === 'deferred' && <Tag>延ばした日が来ました</Tag>}
      {last?.outcome === 'approved' && <Tag tone="attention">受け入れの期限が過ぎました</Tag>}
      {isLate && <Tag tone="attention">期限を過ぎています</Tag>}
      {neededBy !== null && <span>{dayText(neededBy)}までに</span>}
      <span className="text-solid-gray-700 sm:ml-auto">出した人：{askedBy.name}</span>
    </p>
  );
}

type FactProps = { readonly name: string; readonly isWarning?: boolean; readonly children: ReactNode };

function Fact({ name, isWarning = false, children }: FactProps) {
  return (
    <div>
      <dt className={`text-help font-700 ${isWarning ? 'text-orange-1000' : 'text-solid-gray-700'}`}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
