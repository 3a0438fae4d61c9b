import { Button } from '#web/ui/Button.tsx';
import type { Reports } from './use-reports.ts';

type ReportButtonsProps = {
  readonly reports: Reports;
  /** Whether the report is the most likely next step. */
  readonly primary: boolean;
};

/** The files of the result: everything as Excel, the report for the board as PDF. */
export function ReportButtons({ reports: { pdf, workbook }, primary }: ReportButtonsProps) {
  return (
    <>
      <Button icon="download" onPress={workbook.fetch} pending={workbook.pending ? 'Excelを作っています…' : undefined}>
        結果一式（Excel）を受け取る
      </Button>
      <Button
        look={primary ? 'primary' : 'secondary'}
        icon="download"
        onPress={pdf.fetch}
        pending={pdf.pending ? 'PDFを作っています…' : undefined}
      >
        報告書（PDF）を受け取る
      </Button>
    </>
  );
}
