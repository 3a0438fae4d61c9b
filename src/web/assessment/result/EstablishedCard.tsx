import type { EstablishedLine, EstablishedPart } from '#core/assessment/report/established-part.ts';
import type { EstablishedWords } from '#core/evidence/established.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import type { ShownResult } from './shown-result.ts';

const words = (value: EstablishedWords | null) => (value === null ? '－' : `${value.answer}（${value.day}）`);

const ownValues = [
  { key: 'claimed', title: '自己点検', of: ({ claimed }: EstablishedLine) => claimed },
  { key: 'audited', title: '監査', of: ({ audited }: EstablishedLine) => words(audited) },
];
const exercisedValue = { key: 'exercised', title: '訓練', of: ({ exercised }: EstablishedLine) => words(exercised) };

type EstablishedCardProps = Pick<ShownResult, 'answersAt'> & { readonly part: EstablishedPart };

/** Items at which an audit or a drill established a value, beside what is claimed, those that differ first. */
export function EstablishedCard({ part, answersAt }: EstablishedCardProps) {
  const values = part.isExercised ? [...ownValues, exercisedValue] : ownValues;
  const columns: readonly Column<EstablishedLine>[] = [
    { key: 'item', title: '番号', short: true, cell: ({ item }) => <Link href={answersAt(item)}>{item}</Link> },
    {
      key: 'text',
      title: '設問',
      names: true,
      cell: (line) => (
        <>
          {line.text}
          <span className="mt-1 block text-help sm:hidden">
            {values.map(({ key, title, of }) => (
              <span key={key} className="block">
                {unbroken(`${title}：${of(line)}`)}
              </span>
            ))}
          </span>
        </>
      ),
    },
    ...values.map(({ key, title, of }) => ({ key, title, roomy: true, cell: of })),
    {
      key: 'same',
      title: '比べると',
      short: true,
      cell: ({ differs }) => (differs ? <Tag tone="attention">違います</Tag> : '同じ'),
    },
  ];
  return (
    <Card title="自己点検と、監査や訓練で確かめた値" aside={part.summary}>
      <Table
        caption="設問ごとの、自己点検・監査・訓練の値"
        columns={columns}
        rows={part.lines}
        rowKey={({ item }) => item}
      />
    </Card>
  );
}
