import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { costRange } from '#core/assessment/cost.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { classCost, firstYearOf, type OwnEfforts, ownEfforts } from '#core/plan/reckoned-cost.ts';
import { resultPageQuery } from '#web/assessment/index.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ClassCosts } from './ClassCosts.tsx';
import { CostDialog, type Costing } from './CostDialog.tsx';
import { CostLine } from './CostLine.tsx';
import { costsQuery } from './calls.ts';
import { usePlanSheet } from './use-plan-sheet.ts';

/** What the facility reckons each measure of the sheet at, in place of the defaults. */
export function CostsPage() {
  const { facilityId = '', runId = '' } = useParams({ strict: false });
  const { data: loaded } = useSuspenseQuery(resultPageQuery({ facilityId, runId }));
  const { data: costs } = useSuspenseQuery(costsQuery(facilityId));
  const [edited, setEdited] = useState<Costing>();
  const own = ownEfforts(costs);
  const sheet = usePlanSheet(loaded.sheet);
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/runs/${runId}/plan`}>対策の計画</Link>}
      title="対策の費用と手間"
      sub="1年目の費用と手間です。見積りを取った対策から直してください。直した値は、この施設のこれからの計画と取り組みに使います。"
    >
      <ClassCosts sheetId={sheet.id} own={own.yen} onEdit={setEdited} />
      <Areas sheet={sheet} own={own} onEdit={setEdited} />
      {edited && (
        <CostDialog
          facilityId={facilityId}
          costing={edited}
          yen={own.yen.get(edited.id)}
          personDays={own.personDays.get(edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

type AreasProps = {
  readonly sheet: Sheet;
  readonly own: OwnEfforts;
  readonly onEdit: (costing: Costing) => void;
};

function Areas({ sheet, own, onEdit }: AreasProps) {
  return sheet.areas
    .filter(({ measures }) => measures.length > 0)
    .map(({ id, title, measures }) => (
      <Card key={id} title={title}>
        <ul>
          {measures.map((measure) => (
            <CostLine
              key={measure.id}
              title={measure.title}
              range={costRange(measure.costClass, sheet.id)}
              effort={firstYearOf(measure, sheet.id, own)}
              isOwn={own.yen.has(measure.id) || own.personDays.has(measure.id)}
              onEdit={() =>
                onEdit({
                  id: measure.id,
                  title: measure.title,
                  usual: { cost: classCost(measure.costClass, sheet.id, own.yen), personDays: measure.personDays },
                })
              }
            />
          ))}
        </ul>
      </Card>
    ));
}
