import { useQuery } from '@tanstack/react-query';
import { type AnswerValue, type Item, itemsOf } from '#core/catalogue/sheet.ts';
import type { Established, EstablishedKind } from '#core/evidence/established.ts';
import { answerLabel } from '#core/sheet/answer-token.ts';
import { establishedQuery } from '#web/evidence/index.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownResult } from './shown-result.ts';

type Row = { readonly item: Item; readonly claimed: AnswerValue | null; readonly values: readonly EstablishedView[] };
type EstablishedView = Pick<Established, 'itemId' | 'kind' | 'value'>;

const valueOf = ({ values }: Row, kind: EstablishedKind) => values.find((one) => one.kind === kind)?.value ?? null;
const differs = (row: Row) => row.values.some(({ value }) => value !== row.claimed);

const valueKinds = [
  { key: 'claimed', title: '自己点検', of: ({ claimed }: Row) => claimed },
  { key: 'audited', title: '監査', of: (row: Row) => valueOf(row, 'audited') },
];
const exercisedKind = { key: 'exercised', title: '訓練', of: (row: Row) => valueOf(row, 'exercised') };

type EstablishedCardProps = { readonly facilityId: string; readonly shown: ShownResult };

/** The items at which a value was established, those that differ from what is claimed first. */
function useRows(facilityId: string, { sheet, answers }: ShownResult): readonly Row[] {
  const { data = [] } = useQuery(establishedQuery(facilityId));
  return itemsOf(sheet)
    .map((item): Row => {
      const values = data.filter(({ itemId }) => itemId === item.id);
      return { item, claimed: answers.get(item.id)?.value ?? null, values };
    })
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => Number(differs(b)) - Number(differs(a)));
}

/** Items at which an audit or a drill established a value, beside what is claimed, those that differ first. */
export function EstablishedCard({ facilityId, shown }: EstablishedCardProps) {
  const { sheet, answersAt } = shown;
  const rows = useRows(facilityId, shown);
  if (rows.length === 0) return null;
  const words = (value: AnswerValue | null) => (value === null ? '－' : answerLabel(value, sheet.scale));
  const isExercised = rows.some((row) => valueOf(row, 'exercised') !== null);
  const kinds = isExercised ? [...valueKinds, exercisedKind] : valueKinds;
  const columns: readonly Column<Row>[] = [
    { key: 'item', title: '番号', short: true, cell: ({ item }) => <Link href={answersAt(item.id)}>{item.id}</Link> },
    {
      ...{ key: 'text', title: '設問', names: true },
      cell: (row) => (
        <>
          {row.item.text}
          <span className="mt-1 block text-help sm:hidden">
            {kinds.map(({ key, title, of }) => (
              <span key={key} className="block">
                {title}：{words(of(row))}
              </span>
            ))}
          </span>
        </>
      ),
    },
    ...kinds.map(({ key, title, of }) => ({ key, title, roomy: true, cell: (row: Row) => words(of(row)) })),
    {
      key: 'same',
      title: '比べると',
      short: true,
      cell: (row) => (differs(row) ? <Tag tone="attention">違います</Tag> : '同じ'),
    },
  ];
  const count = rows.filter(differs).length;
  return (
    <Card title="自己点検と、監査や訓練で確かめた値" aside={`${rows.length}問のうち、違うのは${count}問`}>
      <Table
        caption="設問ごとの、自己点検・監査・訓練の値"
        columns={columns}
        rows={rows}
        rowKey={({ item }) => item.id}
      />
    </Card>
  );
}
