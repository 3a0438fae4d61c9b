import { ToggleButton } from 'react-aria-components/ToggleButton';
import { bandTitles } from '#core/risk/band.ts';
import { type Cell, cellBox, countAt, heatMap } from '#core/risk/heat-map.ts';
import { bandOf, levelOf } from '#core/risk/level.ts';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import type { RiskSums } from './calls.ts';
import type { RiskSearch } from './risk-search.ts';

type RiskMapProps = {
  readonly sums: RiskSums;
  readonly search: RiskSearch;
  readonly onSearch: (search: RiskSearch) => void;
};

const bases = [
  { value: 'before', label: '対応の前' },
  { value: 'after', label: '対応の後に残るもの' },
] as const;

/** Where the risks stand, before or after their treatments; a press on a cell shows those that stand there. */
export function RiskMap({ sums, search, onSearch }: RiskMapProps) {
  const basis = search.basis ?? 'before';
  const choose = (value: 'before' | 'after') => {
    const { basis: _, likelihood: __, impact: ___, ...rest } = search;
    onSearch({ ...rest, ...(value === 'after' && { basis: value }) });
  };
  return (
    <Card title="リスクの地図" aside="数は、終わったものを除くリスクの件数">
      <RadioGroup label="見る大きさ" inline options={bases} value={basis} onChange={choose} />
      <div className="mt-2">
        <Map {...{ sums, search, onSearch, cells: sums[basis] }} />
      </div>
    </Card>
  );
}

function Map({ sums: { criteria }, search, onSearch, cells }: RiskMapProps & { readonly cells: readonly Cell[] }) {
  const size = useWide() ? 'wide' : 'narrow';
  const drawing = heatMap(criteria, cells, size);
  const at = (value: number, of: number) => `${(value / of) * 100}%`;
  return (
    <div className="relative">
      <Drawing drawing={drawing} table={<CellTable {...{ criteria, cells }} />} />
      <div
        className="pointer-events-none absolute inset-x-0 top-0 mx-auto print:hidden"
        style={{ aspectRatio: `${drawing.width} / ${drawing.height}`, maxWidth: `${drawing.width}px` }}
      >
        {cells.map((cell) => {
          const { likelihood, impact, risks } = cell;
          const box = cellBox(criteria, cell, size);
          const chosen = search.likelihood === likelihood && search.impact === impact;
          const place = { likelihood, impact };
          const { likelihood: _, impact: __, ...rest } = search;
          return (
            <ToggleButton
              key={`${likelihood} ${impact}`}
              aria-label={`${cellTitle(criteria, place)}の${risks}件だけを見る`}
              isSelected={chosen}
              onChange={() => onSearch(chosen ? rest : { ...rest, ...place })}
              className={`pointer-events-auto absolute rounded-6 hover:ring-2 hover:ring-blue-900 ${chosen ? 'ring-4 ring-blue-900' : ''}`}
              style={{
                left: at(box.x, drawing.width),
                top: at(box.y, drawing.height),
                width: at(box.width, drawing.width),
                height: at(box.height, drawing.height),
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

type Criteria = RiskSums['criteria'];
type Place = Pick<Cell, 'likelihood' | 'impact'>;

const cellTitle = (criteria: Criteria, { likelihood, impact }: Place): string =>
  `起こりやすさ「${criteria.likelihood[likelihood - 1]?.title ?? ''}」・影響「${criteria.impact[impact - 1]?.title ?? ''}」`;

function CellTable({ criteria, cells }: { readonly criteria: Criteria; readonly cells: readonly Cell[] }) {
  const rows = criteria.impact.map((level, row) => ({ title: level.title, impact: row + 1 })).toReversed();
  const words = (place: Place) => {
    const band = bandOf(levelOf(place), criteria);
    return `${countAt(cells, place)}件${band ? `（${bandTitles[band]}）` : ''}`;
  };
  const columns: readonly Column<(typeof rows)[number]>[] = [
    {
      key: 'impact',
      title: '影響の大きさ',
      names: true,
      cell: ({ title, impact }) => (
        <>
          {title}
          <span className="block text-help sm:hidden">
            {criteria.likelihood.map((level, column) => (
              <span key={level.title} className="block">
                {level.title} {words({ likelihood: column + 1, impact })}
              </span>
            ))}
          </span>
        </>
      ),
    },
    ...criteria.likelihood.map(({ title }, column) => ({
      key: `likelihood-${column}`,
      title,
      numeric: true,
      roomy: true,
      cell: ({ impact }: Pick<Place, 'impact'>) => words({ likelihood: column + 1, impact }),
    })),
  ];
  return (
    <Table
      caption="起こりやすさと影響の大きさごとの、リスクの数"
      columns={columns}
      rows={rows}
      rowKey={({ title }) => title}
      whole
    />
  );
}
