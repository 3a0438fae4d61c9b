import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import type { InspectionView } from '../calls.ts';

type Proving = InspectionView['files'][number];

const columns: readonly Column<Proving>[] = [
  { key: 'proves', title: '何の証跡か', roomy: true, cell: ({ proves }) => proves.join('、') },
  {
    key: 'name',
    title: 'ファイル',
    names: true,
    cell: ({ name, at, proves }) => (
      <>
        <span className="break-all">{name}</span>
        <span className="block text-help text-solid-gray-700">
          <span className="sm:hidden">{proves.join('、')}　</span>
          {at}
        </span>
      </>
    ),
  },
  {
    key: 'added',
    title: '加えた日と人',
    roomy: true,
    cell: ({ addedAt, addedBy }) => (
      <span className="text-help tabular-nums">
        {japaneseDay(dayInJapan(new Date(addedAt)))}
        <span className="block text-solid-gray-700">{addedBy.name}</span>
      </span>
    ),
  },
];

/** The files of the archive: of the lines of the checklist, of the questions behind them, of the clauses. */
export function ProvingFiles({ files }: Pick<InspectionView, 'files'>) {
  return (
    <Card title="証跡" aside={`${files.length}件`}>
      {files.length === 0 ? (
        <p className="measure">
          まだありません。チェックリストの項目、自己点検の設問、ガイドラインの条項にファイルを加えると、ここに並びます。
        </p>
      ) : (
        <Table caption="立入検査で示す証跡" columns={columns} rows={files} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}
