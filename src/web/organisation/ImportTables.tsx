import type { ImportReport } from '#core/organisation/import-report.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { drawnName } from './FacilityName.tsx';

type Listed<Row> = { readonly count: number; readonly listed: readonly Row[] };
type ListProps<Row> = {
  readonly title: string;
  readonly list: Listed<Row>;
  readonly columns: readonly Column<Row & { readonly key: string }>[];
  readonly openAtFirst?: boolean;
};

const number = (count: number) => count.toLocaleString('ja-JP');
const rowsWords = (rows: readonly number[]) => rows.map((row) => `${row}行目`).join('、');

function List<Row extends object>({ title, list, columns, openAtFirst = false }: ListProps<Row>) {
  const { count, listed } = list;
  if (count === 0) return null;
  const more = listed.length < count ? `（はじめの${number(listed.length)}件を出しています）` : '';
  return (
    <Disclosure title={`${title} ${number(count)}件${more}`} openAtFirst={openAtFirst}>
      <div className="max-h-[60dvh] overflow-y-auto rounded-8 border border-solid-gray-200 text-help">
        <Table
          caption={title}
          columns={columns}
          rows={listed.map((row, place) => ({ ...row, key: String(place) }))}
          rowKey={({ key }) => key}
        />
      </div>
    </Disclosure>
  );
}

export function ConflictTable({ conflicts }: { readonly conflicts: ImportReport['conflicts'] }) {
  return (
    <List
      title="同じコードで内容が違うため、取り込んでいないもの"
      list={conflicts}
      openAtFirst
      columns={[
        { key: 'code', title: 'コード', names: true, short: true, cell: ({ code }) => code },
        { key: 'rows', title: '行', cell: ({ rows }) => rowsWords(rows) },
        { key: 'names', title: '名称', cell: ({ names }) => names.map(drawnName).join(' / ') },
      ]}
    />
  );
}

export function RejectedTable({ rejected }: { readonly rejected: ImportReport['rejected'] }) {
  return (
    <List
      title="取り込めなかった行"
      list={rejected}
      openAtFirst
      columns={[
        { key: 'row', title: '行', numeric: true, names: true, cell: ({ row }) => row ?? '' },
        { key: 'column', title: '列', short: true, cell: ({ column }) => column ?? '行全体' },
        { key: 'message', title: '直すこと', cell: ({ message }) => message },
      ]}
    />
  );
}

const contentWords = ({ name, postalCode, address }: ImportReport['changed']['listed'][number]['before']) =>
  drawnName([name, postalCode ?? '', address].join(' '));

export function ChangedTable({ changed }: { readonly changed: ImportReport['changed'] }) {
  return (
    <List
      title="内容が変わった施設"
      list={changed}
      columns={[
        { key: 'code', title: 'コード', names: true, short: true, cell: ({ code }) => code },
        { key: 'before', title: '前', cell: ({ before }) => contentWords(before) },
        { key: 'after', title: '今', cell: ({ after }) => contentWords(after) },
      ]}
    />
  );
}

export function RepeatedTable({ repeated }: { readonly repeated: ImportReport['repeated'] }) {
  return (
    <List
      title="同じ内容の重複した行"
      list={repeated}
      columns={[
        { key: 'code', title: 'コード', names: true, short: true, cell: ({ code }) => code },
        { key: 'rows', title: '行', cell: ({ rows }) => rowsWords(rows) },
      ]}
    />
  );
}
