import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { costRange, costText } from '#core/assessment/cost.ts';
import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import { defaultCost } from '#core/plan/default-cost.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { resultPageQuery } from '#web/assessment/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { CostDialog } from './CostDialog.tsx';
import { costsQuery } from './calls.ts';

/** What the facility reckons each measure of the sheet at, in place of the default of its cost class. */
export function CostsPage() {
  const { facilityId = '', runId = '' } = useParams({ strict: false });
  const { data: loaded } = useSuspenseQuery(resultPageQuery({ facilityId, runId }));
  const { data: costs } = useSuspenseQuery(costsQuery(facilityId));
  const [edited, setEdited] = useState<Measure>();
  const own = new Map(costs.map(({ measureId, yen }) => [measureId, yen]));
  const { sheet } = loaded;
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/runs/${runId}/plan`}>対策の計画</Link>}
      title="対策の費用"
      sub="1年目の費用です。目安は、仮の金額です。見積りを取ったら、その金額に直してください。直した金額は、この施設のこれからの計画に使います。"
    >
      <Areas sheet={sheet} own={own} onEdit={setEdited} />
      {edited && (
        <CostDialog
          facilityId={facilityId}
          measure={edited}
          yen={own.get(edited.id)}
          usual={defaultCost(edited.costClass, sheet.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

type AreasProps = {
  readonly sheet: Sheet;
  readonly own: ReadonlyMap<string, number>;
  readonly onEdit: (measure: Measure) => void;
};

function Areas({ sheet, own, onEdit }: AreasProps) {
  return sheet.areas
    .filter(({ measures }) => measures.length > 0)
    .map(({ id, title, measures }) => (
      <Card key={id} title={title}>
        <ul>
          {measures.map((measure) => (
            <Line key={measure.id} {...{ sheet, measure }} yen={own.get(measure.id)} onEdit={() => onEdit(measure)} />
          ))}
        </ul>
      </Card>
    ));
}

type LineProps = {
  readonly sheet: Sheet;
  readonly measure: Measure;
  readonly yen: number | undefined;
  readonly onEdit: () => void;
};

function Line({ sheet, measure, yen, onEdit }: LineProps) {
  const range = costRange(measure.costClass, sheet.id);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-72">
        {measure.title}
        {range.to !== 0 && <span className="block text-help text-solid-gray-700">目安の幅：{costText(range)}</span>}
      </div>
      <span className="flex w-full items-center gap-3 tabular-nums sm:w-auto">
        <span className="mr-auto shrink-0">
          {yen === undefined ? <Tag>目安</Tag> : <Tag tone="now">この施設の金額</Tag>}
        </span>
        <span className="text-right font-700 whitespace-nowrap sm:min-w-28">
          {yenText(yen ?? defaultCost(measure.costClass, sheet.id))}
        </span>
        <Button size="small" onPress={onEdit} label={`「${measure.title}」の費用を直す`}>
          費用を直す
        </Button>
      </span>
    </li>
  );
}
