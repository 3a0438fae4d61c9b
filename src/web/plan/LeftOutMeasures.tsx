import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import { leftOutText } from '#core/plan/plan-words.ts';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import type { PlanView } from './calls.ts';

type LeftOut = PlanView['leftOut'];

/** Why the other measures are not in the plan, by reason, those that only need more money or days first. */
export function LeftOutMeasures({ sheet, plan }: { readonly sheet: Sheet; readonly plan: PlanView }) {
  if (plan.leftOut.length === 0) return null;
  const measures = new Map(sheet.areas.flatMap((area) => area.measures.map((one): [string, Measure] => [one.id, one])));
  const near = plan.leftOut.filter(({ reason }) => reason === 'over-limit');
  const rest = plan.leftOut.filter(({ reason }) => reason !== 'over-limit');
  return (
    <Card title="入らなかった対策" aside={`${plan.leftOut.length}件`}>
      {[
        { title: 'お金か手間が足りれば入る対策', list: near },
        { title: 'そのほかの対策', list: rest },
      ].map(
        ({ title, list }) =>
          list.length > 0 && (
            <Disclosure key={title} title={`${title}（${list.length}件）`}>
              <Reasons list={list} measures={measures} />
            </Disclosure>
          ),
      )}
    </Card>
  );
}

function Reasons({ list, measures }: { readonly list: LeftOut; readonly measures: ReadonlyMap<string, Measure> }) {
  return (
    <ul className="flex flex-col gap-2 pb-3">
      {list.map((one) => (
        <li key={one.id}>
          {measures.get(one.id)?.title}
          <span className="block text-help text-solid-gray-700">{leftOutText(one)}</span>
        </li>
      ))}
    </ul>
  );
}
