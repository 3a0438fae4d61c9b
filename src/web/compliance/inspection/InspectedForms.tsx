import { yearNote } from '#core/compliance/inspection/inspection.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import type { InspectionView } from '../calls.ts';
import { StandingTag } from '../vendor-form/StandingTag.tsx';

type Shown = InspectionView['vendorForms'][number];
type InspectedFormsProps = Pick<InspectionView, 'vendorForms' | 'fiscalYear'> & { readonly facilityId: string };

/** The forms of vendors as the portfolio prints them: who has not answered stands apart from いいえ. */
export function InspectedForms({ vendorForms, fiscalYear, facilityId }: InspectedFormsProps) {
  return (
    <Card title="事業者が記入した様式" aside={`${vendorForms.length}システム`}>
      {vendorForms.length === 0 ? (
        <p className="measure">
          事業者のシステムは、まだ一覧にありません。
          <Link href={`/facilities/${facilityId}/compliance/vendor-forms`}>事業者の様式を開く</Link>
        </p>
      ) : (
        <Table
          caption="立入検査で示す事業者の様式"
          columns={columnsOf(fiscalYear)}
          rows={vendorForms}
          rowKey={({ vendor, system }) => `${vendor} ${system}`}
        />
      )}
    </Card>
  );
}

const columnsOf = (fiscalYear: number): readonly Column<Shown>[] => [
  {
    key: 'system',
    title: 'システム',
    names: true,
    cell: ({ vendor, system, form }) => (
      <>
        {system}
        <span className="block text-help text-solid-gray-700">{vendor}</span>
        {form && <span className="block text-help">{yearNote(form.fiscalYear, fiscalYear)}</span>}
        {form && (
          <span className="block text-help tabular-nums sm:hidden">
            {form.items}問のうち{form.answered}問、いいえ {form.no}
          </span>
        )}
      </>
    ),
  },
  { key: 'standing', title: '進み具合', short: true, cell: ({ standing }) => <StandingTag standing={standing} /> },
  {
    key: 'answered',
    title: '答えた項目',
    numeric: true,
    roomy: true,
    cell: ({ form }) => (form ? `${form.answered} / ${form.items}` : '－'),
  },
  { key: 'no', title: 'いいえ', numeric: true, roomy: true, cell: ({ form }) => form?.no ?? '－' },
];
