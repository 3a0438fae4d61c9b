import type { FormMapping, RowRole } from '#core/catalogue/form/form-shape.ts';
import { boxLook } from '#web/ui/field-parts.tsx';
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

/** Every row with what it is and what is read from it. */
export function RowTable({ rows, mapping, onRole }: RowTableProps) {
  const shown = rows.map((cells, row) => ({ cells, row, role: mapping.roles[row] ?? 'skip' }));
  const wordsOf = ({ cells, role }: (typeof shown)[number]) =>
    role === 'item' ? (cells[mapping.text] ?? '') : cells.filter((cell) => cell !== '').join(' ');
  const numberOf = ({ cells, role }: (typeof shown)[number]) =>
    role === 'item' && mapping.number !== null ? (cells[mapping.number] ?? '') : '';
  return (
    <Table
      caption="様式の行と、その読み方"
      rows={shown}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', title: '行', numeric: true, cell: ({ row }) => row + 1 },
        {
          key: 'role',
          title: '読み方',
          cell: ({ row, role }) => <RoleSelect row={row} role={role} onRole={onRole} />,
        },
        {
          key: 'number',
          title: '番号',
          short: true,
          roomy: true,
          cell: numberOf,
        },
        {
          key: 'words',
          title: '文',
          names: true,
          cell: (one) => (
            <span className={one.role === 'section' ? 'font-700' : one.role === 'skip' ? 'text-solid-gray-700' : ''}>
              <span className="sm:hidden">{numberOf(one)} </span>
              {wordsOf(one) || '（空の行）'}
            </span>
          ),
        },
      ]}
    />
  );
}

type RoleSelectProps = Pick<RowTableProps, 'onRole'> & { readonly row: number; readonly role: RowRole };

function RoleSelect({ row, role, onRole }: RoleSelectProps) {
  return (
    <select
      aria-label={`${row + 1}行目の読み方`}
      value={role}
      onChange={({ target }) => isRole(target.value) && onRole(row, target.value)}
      className={`${boxLook} min-h-11 min-w-[6.5rem]`}
    >
      {roles.map((one) => (
        <option key={one.role} value={one.role}>
          {one.title}
        </option>
      ))}
    </select>
  );
}
