import { besideItem } from '#core/catalogue/beside-item.ts';
import { type FormLine, linesOf } from '#core/catalogue/form/form-mapping.ts';
import type { FormMapping, RowRole } from '#core/catalogue/form/form-shape.ts';
import { boxLook } from '#web/ui/field-parts.tsx';
import { Pairs } from '#web/ui/Pairs.tsx';
import { Table } from '#web/ui/Table.tsx';

type RowTableProps = {
  readonly rows: readonly (readonly string[])[];
  readonly mapping: FormMapping;
  readonly onRole: (row: number, role: RowRole) => void;
};

const roles: readonly { readonly role: RowRole; readonly title: string }[] = [
  { role: 'item', title: '項目' },
  { role: 'section', title: '区分' },
  { role: 'skip', title: '使わない' },
];

const isRole = (value: string): value is RowRole => roles.some(({ role }) => role === value);

type ShownRow = {
  readonly row: number;
  readonly role: RowRole;
  readonly line: FormLine | undefined;
  readonly words: string;
};

/** Every row as it is read: an item by its columns, everything else by all it says. */
function shownRows(rows: RowTableProps['rows'], mapping: FormMapping): readonly ShownRow[] {
  const lines = new Map(linesOf(rows, mapping).map((line) => [line.row, line]));
  return rows.map((cells, row) => {
    const line = lines.get(row);
    const words = line?.text ?? cells.filter((cell) => cell !== '').join(' ');
    return { row, role: mapping.roles[row] ?? 'skip', line, words };
  });
}

/** Every row with what it is and what is read from it. */
export function RowTable({ rows, mapping, onRole }: RowTableProps) {
  return (
    <Table
      caption="様式の行と、その読み方"
      rows={shownRows(rows, mapping)}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', title: '行', numeric: true, cell: ({ row }) => row + 1 },
        {
          key: 'role',
          title: '読み方',
          cell: ({ row, role }) => <RoleSelect row={row} role={role} onRole={onRole} />,
        },
        { key: 'number', title: '番号', short: true, roomy: true, cell: ({ line }) => line?.label },
        { key: 'words', title: '文', names: true, cell: (shown) => <RowWords {...shown} /> },
      ]}
    />
  );
}

function RowWords({ role, line, words }: ShownRow) {
  return (
    <span className={role === 'section' ? 'font-700' : role === 'skip' ? 'text-solid-gray-700' : ''}>
      <span className="sm:hidden">{line?.label} </span>
      {words || '（空の行）'}
      {line && (
        <span className="block text-help text-solid-gray-700">
          <Pairs words={besideItem({ equipment: line.equipment, target: line.goal })} />
        </span>
      )}
    </span>
  );
}

type RoleSelectProps = Pick<RowTableProps, 'onRole'> & { readonly row: number; readonly role: RowRole };

function RoleSelect({ row, role, onRole }: RoleSelectProps) {
  return (
    <select
      aria-label={`${row + 1}行目の読み方`}
      value={role}
      onChange={({ target }) => isRole(target.value) && onRole(row, target.value)}
      className={`${boxLook} min-h-11 min-w-[6.75rem] px-2!`}
    >
      {roles.map((one) => (
        <option key={one.role} value={one.role}>
          {one.title}
        </option>
      ))}
    </select>
  );
}
