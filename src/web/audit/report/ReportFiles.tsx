import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { audits, type ShownAudit } from '../calls.ts';

type ReportFilesProps = { readonly facilityId: string; readonly audit: ShownAudit };

const files = {
  pdf: { call: audits.pdfReport, words: '報告書（PDF）を受け取る', name: '監査報告書', ending: 'pdf' },
  docx: { call: audits.wordReport, words: '報告書（Word）を受け取る', name: '監査報告書', ending: 'docx' },
  session: {
    call: audits.session,
    words: '話し合い用の1枚を受け取る',
    name: '経営層との話し合い',
    ending: 'pdf',
  },
} as const;

/** The report to be read and to be worked on, and the page for the session with the directors. */
export function ReportFiles(props: ReportFilesProps) {
  return (
    <div className="mt-3 flex flex-col gap-2 sm:flex-row sm:flex-wrap print:hidden">
      <OneFile {...props} kind="pdf" />
      <OneFile {...props} kind="docx" />
      <OneFile {...props} kind="session" />
    </div>
  );
}

function OneFile({ facilityId, audit, kind }: ReportFilesProps & { readonly kind: keyof typeof files }) {
  const { call, words, name, ending } = files[kind];
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call.call({ facilityId, auditId: audit.id }),
    onSuccess: (file) => handOver(file, `${name}_${audit.title}.${ending}`),
  });
  return (
    <>
      <Button icon="download" pending={isPending ? '作っています…' : undefined} onPress={() => mutate()}>
        {words}
      </Button>
      <RefusalNote error={error} title="受け取れませんでした" />
    </>
  );
}
