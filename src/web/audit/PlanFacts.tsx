import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import type { ShownAudit } from './calls.ts';

const areaNames = (areas: ShownAudit['areas']): string =>
  areas.map(({ title, whole }) => (whole ? title : `${title}（条項の設問だけ）`)).join('、');

/** When an audit is held and what it is about. */
export function PlanFacts({ audit }: { readonly audit: ShownAudit }) {
  const { plannedFrom, plannedTo, areas, clauses, systems } = audit;
  const facts: readonly (readonly [string, string])[] = [
    ['期間', `${japaneseDay(plannedFrom)}から${japaneseDay(plannedTo)}まで`],
    ...(areas.length > 0 ? [[`分野（${areas.length}）`, areaNames(areas)] as const] : []),
    ...(clauses.length > 0
      ? [[`条項（${clauses.length}）`, clauses.map(({ title }) => title).join('\n')] as const]
      : []),
    ...(systems.length > 0 ? [[`システム（${systems.length}）`, systems.join('、')] as const] : []),
  ];
  return (
    <Facts>
      {facts.map(([title, text]) => (
        <Fact key={title} title={title}>
          <div className="measure break-words whitespace-pre-line">{unbroken(text)}</div>
        </Fact>
      ))}
    </Facts>
  );
}
