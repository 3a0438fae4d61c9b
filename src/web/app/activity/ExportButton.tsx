import { Button } from '#web/ui/Button.tsx';
import type { useExport } from './use-export.ts';

export function ExportButton({ fetch, pending }: Pick<ReturnType<typeof useExport>, 'fetch' | 'pending'>) {
  return (
    <Button icon="download" onPress={fetch} pending={pending ? 'CSVを作っています…' : undefined}>
      この条件でCSVを受け取る
    </Button>
  );
}
