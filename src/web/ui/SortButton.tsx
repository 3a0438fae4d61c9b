import { Button } from 'react-aria-components/Button';

type Direction = 'ascending' | 'descending';

type SortButtonProps = {
  readonly direction: Direction | undefined;
  readonly onSort: (direction: Direction) => void;
  readonly children: string;
};

const marks = { ascending: '▲', descending: '▼' };

export function SortButton({ direction, onSort, children }: SortButtonProps) {
  return (
    <Button
      onPress={() => onSort(direction === 'ascending' ? 'descending' : 'ascending')}
      className="-mx-1 inline-flex min-h-11 sm:min-h-9 items-center gap-1 rounded-4 px-1 font-700 hover:underline"
    >
      {children}
      <span aria-hidden="true" className="w-3 text-note print:hidden">
        {direction ? marks[direction] : '⇅'}
      </span>
    </Button>
  );
}
