import { useState } from 'react';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import type { ShownAudit } from '../calls.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { ReportFiles } from './ReportFiles.tsx';

type ReportCardProps = { readonly facilityId: string; readonly audit: ShownAudit };

/** What the auditors say as a whole, or the way to say it. */
export function ReportCard({ facilityId, audit }: ReportCardProps) {
  const [open, setOpen] = useState(false);
  const { opinion, reportedAt, progress, leads, remarks } = audit;
  if (reportedAt !== null) {
    return (
      <>
        <p className="measure break-words whitespace-pre-line">{opinion}</p>
        <p className="mt-2 text-help text-solid-gray-700">{japaneseDate(new Date(reportedAt))}に報告</p>
        <ReportFiles {...{ facilityId, audit }} />
      </>
    );
  }
  const left = progress ? progress.items - progress.done : 0;
  if (!leads) return <p>すべての設問に結論が付くと、責任者が報告します。</p>;
  if (left > 0) return <p>あと{left}問に結論を付けると、報告できます。</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="measure">
        {progress && progress.items > 0 && 'すべての設問に結論が付きました。'}報告すると、
        {remarks.length > 0 && `書いた所見${remarks.length}件は指摘か良い点になり、`}
        回答・結論・所見は変えられなくなり、施設の人に見えるようになります。
      </p>
      <div>
        <Button look="primary" onPress={() => setOpen(true)}>
          監査を報告する
        </Button>
      </div>
      {open && <ReportDialog {...{ facilityId, audit }} onClose={() => setOpen(false)} />}
    </div>
  );
}
