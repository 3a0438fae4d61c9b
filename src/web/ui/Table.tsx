import type { ReactNode } from 'react';
import { SortButton } from './SortButton.tsx';
import { unbroken } from './unbroken.ts';

export type Sorting<Key extends string = string> = { readonly by: Key; readonly direction: 'ascending' | 'descending' };

export type Column<Row, Key extends string = string> = {
  readonly key: Key;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of the cell with figures of one width. */
  readonly numeric?: boolean;
  /** Codes and dates: never broken over two lines. */
  readonly short?: boolean;
  /** A class that gives the column the same width in tables that belong together. */
  readonly width?: string;
  /** The cell that names the row for screen readers; one per table. */
  readonly names?: boolean;
  readonly sortable?: boolean;
  /** Left out on a phone, where the cell that names the row says the same below the name. */
  readonly roomy?: boolean;
};

const roomOf = ({ roomy }: { readonly roomy?: boolean }) => (roomy ? 'max-sm:hidden' : '');

/** On a phone a single column, in which every row says itself what is what. */
const isNamesOnly = (columns: readonly { readonly names?: boolean; readonly roomy?: boolean }[]) =>
  columns.every(({ names, roomy }) => names || roomy);

type TableProps<Row, Key extends string> = {
  /** What the table shows; seen only by screen readers unless `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row, Key>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting<Key>;
  readonly onSort?: (sorting: Sorting<Key>) => void;
  /** Read from end to end: it stands in the page as long as it is and does not scroll by itself. */
  readonly whole?: boolean;
};

// A region that scrolls sideways must be reachable by keyboard.
const reachable = { tabIndex: 0 };

export function Table<Row, Key extends string>(props: TableProps<Row, Key>) {
  const { caption, captionShown = false, columns, rows, rowKey, whole = false } = props;
  return (
    <section
      {...reachable}
      aria-label={caption}
      className={`overflow-auto rounded-8 print:max-h-none print:break-inside-avoid ${whole ? '' : 'sm:max-h-[80dvh]'}`}
    >
      <table className="w-full border-collapse text-left">
        <caption className={captionShown ? 'pb-2 text-left text-help text-solid-gray-700' : 'sr-only'}>
          {caption}
        </caption>
        <thead className={`sticky top-0 z-10 bg-white print:static ${isNamesOnly(columns) ? 'max-sm:sr-only' : ''}`}>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sorting={props.sorting} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="break-inside-avoid border-t border-solid-gray-100">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadCellProps<Row, Key extends string> = {
  readonly column: Column<Row, Key>;
  readonly sorting: Sorting<Key> | undefined;
  readonly onSort: ((sorting: Sorting<Key>) => void) | undefined;
};

function HeadCell<Row, Key extends string>({ column, sorting, onSort }: HeadCellProps<Row, Key>) {
  const direction = sorting?.by === column.key ? sorting.direction : undefined;
  return (
    <th
      scope="col"
      {...(column.sortable && { 'aria-sort': direction ?? 'none' })}
      className={`${roomOf(column)} ${column.width ?? ''} px-2 py-2 align-baseline sm:px-3 print:py-0.5 text-help font-700 text-solid-gray-700 ${column.numeric ? 'text-right whitespace-nowrap' : column.short ? 'whitespace-nowrap' : ''}`}
    >
      {column.sortable && onSort ? (
        <SortButton direction={direction} onSort={(next) => onSort({ by: column.key, direction: next })}>
          {column.title}
        </SortButton>
      ) : (
        column.title
      )}
    </th>
  );
}

function BodyCell<Row, Key extends string>({ column, row }: { column: Column<Row, Key>; row: Row }) {
  const look = `${roomOf(column)} px-2 py-2 align-top sm:px-3 print:py-0.5 print:text-help ${column.numeric ? 'text-right whitespace-nowrap tabular-nums' : column.short ? 'whitespace-nowrap' : ''}`;
  if (!column.names) return <td className={look}>{unbroken(column.cell(row))}</td>;
  return (
    <th scope="row" className={`${look} font-400`}>
      {unbroken(column.cell(row))}
    </th>
  );
}
