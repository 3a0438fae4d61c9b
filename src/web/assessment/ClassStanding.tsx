import type { ScorePart } from '#core/assessment/report/score-part.ts';
import { sheetScoreText } from '#core/assessment/score-text.ts';
import { hasBeds } from '#core/organisation/facility.ts';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { PagePart } from './result-page.ts';

const title = '同規模の施設との比較';

/** Where the facility stands among others of its type and size, or why that is not shown. */
export function ClassStanding({ loaded, shown }: PagePart) {
  const { comparison, preview, run } = loaded.view;
  if (preview && run.sheetId !== 'executive') return <AfterSubmission />;
  if (!comparison) return null;
  const standing = shown.report.scores?.standing;
  return (
    <Card
      title={title}
      aside={standing ? `${comparison.classTitle}、ほか${comparison.others}施設` : comparison.classTitle}
    >
      {standing ? <Strip standing={standing} /> : <TooFew {...comparison} />}
    </Card>
  );
}

type Standing = NonNullable<ScorePart['standing']>;

function Strip({ standing }: { readonly standing: Standing }) {
  const table = <StandingTable standing={standing} />;
  return (
    <>
      <p className="text-help">
        {standing.finding}
        {standing.claims}
      </p>
      <div className="hidden sm:block">
        <Drawing drawing={standing.strip} table={<div className="print:hidden">{table}</div>} />
      </div>
      <div className="mt-2 sm:hidden print:hidden">{table}</div>
    </>
  );
}

function StandingTable({ standing }: { readonly standing: Standing }) {
  const rows = [
    { title: 'この施設', value: sheetScoreText(standing.you) },
    { title: '中央値', value: sheetScoreText(standing.median) },
    { title: '下から4分の1', value: sheetScoreText(standing.lowerQuartile) },
    { title: '上から4分の1', value: sheetScoreText(standing.upperQuartile) },
    { title: '低い方から数えた位置', value: `${Math.round(standing.percentile)}％` },
  ];
  return (
    <Table
      caption="総合の点の比較"
      rows={rows}
      rowKey={({ title }) => title}
      columns={[
        { key: 'title', title: '比べるもの', names: true, cell: ({ title }) => title },
        { key: 'value', title: '総合', numeric: true, cell: ({ value }) => value },
      ]}
    />
  );
}

function AfterSubmission() {
  return (
    <Card title={title}>
      <p className="text-help">
        同規模の施設との比較は、提出したあとに出します。提出前の点では、ほかの施設の点が分かってしまうことがあるためです。
      </p>
    </Card>
  );
}

type TooFewProps = Pick<NonNullable<PagePart['loaded']['view']['comparison']>, 'type' | 'bedClass'>;

function TooFew({ type, bedClass }: TooFewProps) {
  return (
    <p className="text-help">
      同じ規模で今年度に提出した施設が、ほかに10施設そろうと比べられます。互いの点が分かってしまわないように、それまでは施設の数も出しません。
      {hasBeds(type) &&
        bedClass === 'unknown' &&
        '病床数がまだ入っていないため、「病床数不明」の施設どうしでの比較になります。'}
    </p>
  );
}
