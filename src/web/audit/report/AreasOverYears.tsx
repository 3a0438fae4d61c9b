import { type AreaOverYears, shareText } from '#core/audit/veracity.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { type Column, Table } from '#web/ui/Table.tsx';
import { ShareBar } from './ShareBar.tsx';

/** How far the claims of each area held, a column a fiscal year; nothing while there is one year only. */
export function AreasOverYears({ areas }: { readonly areas: readonly AreaOverYears[] }) {
  const years = [...new Set(areas.flatMap((area) => area.years.map(({ fiscalYear }) => fiscalYear)))].toSorted();
  if (years.length < 2) return null;
  const columns: readonly Column<AreaOverYears>[] = [
    { key: 'name', title: '分野', names: true, cell: (area) => <Named area={area} /> },
    ...years.map((year) => ({
      key: String(year),
      title: yearTitle(year),
      numeric: true,
      roomy: true,
      width: 'sm:w-32',
      cell: ({ years: found }: AreaOverYears) => <Share found={found.find(({ fiscalYear }) => fiscalYear === year)} />,
    })),
  ];
  return (
    <Table
      caption="分野ごとの一致の移り変わり（「－」は、監査で比べていない年度）"
      captionShown
      columns={columns}
      rows={areas}
      rowKey={({ id }) => id}
      whole
    />
  );
}

function Share({ found }: { readonly found: AreaOverYears['years'][number] | undefined }) {
  if (!found) return '－';
  return (
    <>
      {shareText(found.share)}
      <span className="text-help text-solid-gray-700">（{found.compared}問）</span>
      <ShareBar share={found.share} />
    </>
  );
}

/** Names the area; on a phone with its years, which have no room beside. */
function Named({ area }: { readonly area: AreaOverYears }) {
  return (
    <>
      {area.title}
      <span className="block text-help text-solid-gray-700 tabular-nums sm:hidden">
        {area.years.map(({ fiscalYear, share, compared }) => (
          <span key={fiscalYear} className="block">
            {yearTitle(fiscalYear)} {shareText(share)}（{compared}問）
          </span>
        ))}
      </span>
    </>
  );
}
