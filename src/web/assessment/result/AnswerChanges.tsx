import type { Change } from '#core/assessment/change.ts';
import { areaScoreText } from '#core/assessment/score-text.ts';
import type { Drawing as DrawingData } from '#core/kernel/drawing.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { Table } from '#web/ui/Table.tsx';
import { answerChanges } from './answer-changes.ts';
import { ChangeAmount } from './ChangeAmount.tsx';
import { ChangedItems } from './ChangedItems.tsx';
import type { ShownResult } from './shown-result.ts';

type AnswerChangesProps = {
  readonly shown: ShownResult;
  readonly previous: { readonly fiscalYear: number; readonly change: Change };
};

/** What has changed since the run before, by area and by item. */
export function AnswerChanges({ shown, previous }: AnswerChangesProps) {
  const { risen, fallen, other } = answerChanges(previous.change.items);
  const year = yearTitle(previous.fiscalYear);
  const drawing = shown.report.scores?.changes;
  return (
    <Card title="前回からの変化" aside={`${year}の点検との比較`}>
      {risen.length + fallen.length + other.length === 0 && <p>前回と違う答えはありません。</p>}
      <div className="grid items-start gap-x-8 gap-y-3 xl:grid-cols-[35rem_minmax(0,1fr)]">
        <div>
          {drawing && <ChangedScores shown={shown} drawing={drawing} />}
          <ChangedItems shown={shown} title="下がった答え" items={fallen} openAtFirst />
          <ChangedItems shown={shown} title="「対象外」「分からない」に関わる変化" items={other} />
        </div>
        <ChangedItems shown={shown} title="上がった答え" items={risen} openAtFirst={risen.length <= 10} />
      </div>
    </Card>
  );
}

function ChangedScores({ shown, drawing }: Pick<AnswerChangesProps, 'shown'> & { readonly drawing: DrawingData }) {
  return (
    <>
      <p className="mb-2 text-help">{drawing.description}</p>
      <div className="hidden sm:block">
        <Drawing
          drawing={drawing}
          table={
            <div className="print:hidden">
              <ChangedAreas shown={shown} />
            </div>
          }
        />
      </div>
      <div className="sm:hidden print:hidden">
        <ChangedAreas shown={shown} />
      </div>
    </>
  );
}

function ChangedAreas({ shown }: Pick<AnswerChangesProps, 'shown'>) {
  const changed = (shown.report.scores?.areas ?? []).filter(({ change }) => change !== null && change !== 0);
  return (
    <Table
      caption="点の変わった分野"
      whole
      rows={changed}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: '分野', names: true, cell: ({ title }) => title },
        { key: 'before', title: '前回', numeric: true, cell: ({ before }) => areaScoreText(before) },
        { key: 'score', title: '今回', numeric: true, cell: ({ score }) => areaScoreText(score) },
        {
          key: 'change',
          title: '変化',
          numeric: true,
          cell: ({ change }) => change !== null && <ChangeAmount change={change} decimals={1} />,
        },
      ]}
    />
  );
}
