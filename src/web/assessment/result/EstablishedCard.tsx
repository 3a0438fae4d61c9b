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

type EstablishedCardProps = { readonly facilityId: string; readonly shown: ShownResult };

/** Items at which an audit or a drill established a value, beside what is claimed, those that differ first. */
export function EstablishedCard({ facilityId, shown }: EstablishedCardProps) {
  const { sheet, answers, answersAt } = shown;
  const { data = [] } = useQuery(establishedQuery(facilityId));
  const rows = itemsOf(sheet)
    .map((item): Row => {
      const values = data.filter(({ itemId }) => itemId === item.id);
      return { item, claimed: answers.get(item.id)?.value ?? null, values };
    })
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => Number(differs(b)) - Number(differs(a)));
  if (rows.length === 0) return null;
  const words = (value: AnswerValue | null) => (value === null ? '－' : answerLabel(value, sheet.scale));
  const columns: readonly Column<Row>[] = [
    { key: 'item', title: '番号', short: true, cell: ({ item }) => <Link href={answersAt(item.id)}>{item.id}</Link> },
    { key: 'text', title: '設問', names: true, cell: ({ item }) => item.text },
    { key: 'claimed', title: '自己点検', cell: ({ claimed }) => words(claimed) },
    { key: 'audited', title: '監査', cell: (row) => words(valueOf(row, 'audited')) },
    ...(rows.some((row) => valueOf(row, 'exercised') !== null)
      ? [{ key: 'exercised', title: '訓練', cell: (row: Row) => words(valueOf(row, 'exercised')) }]
      : []),
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
