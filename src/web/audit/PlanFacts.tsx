import type { ReactNode } from 'react';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { ShownAudit } from './calls.ts';

/** When an audit is held and what it is about. */
export function PlanFacts({ audit }: { readonly audit: ShownAudit }) {
  const { plannedFrom, plannedTo, areas, clauses, systems } = audit;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['期間', `${japaneseDay(plannedFrom)}から${japaneseDay(plannedTo)}まで`],
    [`分野（${areas.length}）`, areas.map(({ title }) => title).join('、')],
    ...(clauses.length > 0 ? [['条項', <Clauses key="clauses" clauses={clauses} />] as const] : []),
    ...(systems === '' ? [] : [['システム', systems] as const]),
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
      {facts.map(([title, text]) => (
        <div key={title} className="contents">
          <dt className="text-help text-solid-gray-700">{title}</dt>
          <dd className="measure mb-1 break-words whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Clauses({ clauses }: Pick<ShownAudit, 'clauses'>) {
  return (
    <ul>
      {clauses.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
