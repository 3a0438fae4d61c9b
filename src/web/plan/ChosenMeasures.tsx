import { personDaysText } from '#core/assessment/cost.ts';
import { roleText } from '#core/catalogue/role-text.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { quarterTitles } from '#core/plan/schedule.ts';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { PlanView } from './calls.ts';
import { yearlyText } from './yearly-text.ts';

type ChosenProps = {
  readonly sheet: Sheet;
  readonly network: Sheet | undefined;
  readonly plan: PlanView;
  /** Ids of the measures that were begun before. */
  readonly begun: readonly string[];
};

/** The chosen measures by area, each with what it takes and the answers it raises. */
export function ChosenMeasures({ sheet, network, plan, begun }: ChosenProps) {
  const chosen = new Map(plan.chosen.map((one) => [one.id, one]));
  const quarterOf = new Map(plan.schedule.map(({ id, quarter }) => [id, quarterTitles[quarter - 1] ?? '']));
  const yearlyOf = new Map(plan.yearly.map((one) => [one.id, one]));
  return (
    <Card title="選んだ対策" aside={`${plan.chosen.length}件`}>
      {sheet.areas.map(({ id, title, measures }) => {
        const own = measures.filter((measure) => chosen.has(measure.id));
        return (
          own.length > 0 && (
            <section key={id} className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
              <h3 className="text-help font-700 text-solid-gray-700">{title}</h3>
              <ul>
                {own.map((measure) => (
                  <Measure
                    key={measure.id}
                    {...{ sheet, network, measure }}
                    chosen={chosen.get(measure.id)}
                    yearly={yearlyOf.get(measure.id)}
                    isBegun={begun.includes(measure.id)}
                    quarter={quarterOf.get(measure.id) ?? ''}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Card>
  );
}

type MeasureProps = Pick<ChosenProps, 'sheet' | 'network'> & {
  readonly measure: Sheet['areas'][number]['measures'][number];
  readonly chosen: PlanView['chosen'][number] | undefined;
  readonly yearly: PlanView['yearly'][number] | undefined;
  readonly isBegun: boolean;
  readonly quarter: string;
};

function Measure({ sheet, network, measure, chosen, yearly, isBegun, quarter }: MeasureProps) {
  if (!chosen) return null;
  const textOf = new Map([sheet, ...(network ? [network] : [])].flatMap(itemsOf).map(({ id, text }) => [id, text]));
  return (
    <li
      data-print="whole"
      className="flex flex-col gap-x-6 gap-y-1 py-2 wide:flex-row wide:justify-between print:flex-row"
    >
      <div className="min-w-0 flex-1">
        <p className="font-700">{measure.title}</p>
        {chosen.raises.map(({ item, from, to }) => (
          <p key={item} className="text-help">
            {item}「{textOf.get(item)}」{' '}
            <span className="font-700 whitespace-nowrap tabular-nums">{`${from} → ${to}`}</span>
          </p>
        ))}
        {chosen.network.map((item) => (
          <p key={item} className="text-help">
            {item}「{textOf.get(item)}」 <span className="font-700 whitespace-nowrap">いいえ → はい</span>
          </p>
        ))}
        {yearly?.recurs && <p className="text-help">前の年度までに終え、毎年続ける対策です。1年分を数えています。</p>}
        {yearly && !yearly.recurs && <p className="text-help">次の年度からも続けます（{yearlyText(yearly)}）。</p>}
        {isBegun && !yearly?.recurs && <p className="text-help">もう始めた対策です。</p>}
        {!isBegun && !yearly?.recurs && chosen.raises.length + chosen.network.length === 0 && (
          <p className="text-help">ほかの対策の前に要ります。</p>
        )}
      </div>
      <p className="flex shrink-0 flex-wrap content-start gap-1 wide:w-72 wide:justify-end print:w-44 print:justify-end">
        <Tag tone="now">{quarter}</Tag>
        <Tag>{yenText(chosen.cost)}</Tag>
        <Tag>{personDaysText(chosen.personDays)}</Tag>
        <Tag>{roleText(measure.role)}</Tag>
      </p>
    </li>
  );
}
