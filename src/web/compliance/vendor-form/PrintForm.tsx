import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, type ShownSystem } from '../calls.ts';

type PrintFormProps = {
  readonly path: { readonly facilityId: string; readonly runId: string };
  readonly system: ShownSystem;
};

/** The form of one system as it is printed for an inspection. */
export function PrintForm({ path, system: { vendor, system } }: PrintFormProps) {
  const { mutate, isPending } = useMutation(
    compliance.form.mutationOptions({
      onSuccess: (file) => handOver(file, `事業者確認用_${vendor}_${system}.pdf`),
      onError: (error) => notify(`PDFを作れませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <Button
      size="small"
      icon="download"
      label={`${system}の様式を印刷（PDF）`}
      pending={isPending ? '作っています' : undefined}
      onPress={() => mutate(path)}
    >
      印刷（PDF）
    </Button>
  );
}
