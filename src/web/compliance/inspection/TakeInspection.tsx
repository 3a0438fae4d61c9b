import { useMutation } from '@tanstack/react-query';
import { handOver, takeFrom } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, type InspectedYear, inspectionHref } from '../calls.ts';

/** The portfolio alone, or with every file of evidence as one archive. */
export function TakeInspection({ of }: { readonly of: InspectedYear }) {
  const print = useMutation(
    compliance.inspectionPdf.mutationOptions({
      onSuccess: (file) => handOver(file, '立入検査の説明資料.pdf'),
      onError: (error) => notify(`PDFを作れませんでした。${refusalWords(error)}`),
    }),
  );
  const take = useMutation({
    mutationFn: () => compliance.inspectionSize.call(of),
    onSuccess: ({ files }) => {
      notify(`受け取りを始めました（説明資料と、規程・方針の本文と、証跡 ${files}件）。`);
      takeFrom(inspectionHref(of));
    },
    onError: (error) => notify(`受け取れませんでした。${refusalWords(error)}`),
  });
  return (
    <>
      <Button
        icon="print"
        pending={print.isPending ? 'PDFを作っています…' : undefined}
        onPress={() => print.mutate(of)}
      >
        説明資料を印刷（PDF）
      </Button>
      <Button
        look="primary"
        icon="download"
        pending={take.isPending ? '用意しています' : undefined}
        onPress={() => take.mutate()}
      >
        一式を受け取る（ZIP）
      </Button>
    </>
  );
}
