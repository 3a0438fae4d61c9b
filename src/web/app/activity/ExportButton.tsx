import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import type { ActivitySearch } from './activity-search.ts';
import { exportActivity } from './queries.ts';

type ExportButtonProps = { readonly facilityId: string; readonly search: ActivitySearch };

/** Hands everything that was asked of the log to the browser as CSV. */
export function ExportButton({ facilityId, search }: ExportButtonProps) {
  const act = useMutation({
    mutationFn: () => exportActivity(facilityId, search),
    onSuccess: (file) => handOver(file, '操作の記録.csv'),
    onError: (error) => notify(`受け取れませんでした。${refusalWords(error)}`),
  });
  return (
    <Button
      look="primary"
      icon="download"
      onPress={() => act.mutate()}
      pending={act.isPending ? 'CSV を作っています…' : undefined}
    >
      この条件で CSV を受け取る
    </Button>
  );
}
