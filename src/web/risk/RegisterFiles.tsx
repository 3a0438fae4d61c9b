import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { risks } from './calls.ts';

/** The register to take along: for the board as PDF, for work as Excel. */
export function RegisterFiles({ facilityId }: { readonly facilityId: string }) {
  const onError = (error: unknown) => notify(`ファイルを作れませんでした。${refusalWords(error)}`);
  const board = useMutation(
    risks.board.mutationOptions({ onSuccess: (file) => handOver(file, 'リスクの一覧.pdf'), onError }),
  );
  const workbook = useMutation(
    risks.workbook.mutationOptions({ onSuccess: (file) => handOver(file, 'リスクの一覧.xlsx'), onError }),
  );
  return (
    <>
      <Button
        icon="download"
        onPress={() => board.mutate({ facilityId })}
        pending={board.isPending ? 'PDFを作っています…' : undefined}
      >
        会議の一覧（PDF）
      </Button>
      <Button
        icon="download"
        onPress={() => workbook.mutate({ facilityId })}
        pending={workbook.isPending ? 'Excelを作っています…' : undefined}
      >
        すべて（Excel）
      </Button>
    </>
  );
}
