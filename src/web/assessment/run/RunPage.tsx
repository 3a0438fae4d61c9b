import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Late } from '#web/platform/Late.tsx';
import { AnswerSheet, type RunSearch, runQuery } from '#web/sheet/index.ts';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { assessment } from './calls.ts';
import { RunActions } from './RunActions.tsx';

const loadNetworkPosition = async () => (await import('./NetworkPosition.tsx')).NetworkPosition;

export type RunPageProps = {
  readonly facilityId: string;
  readonly runId: string;
  readonly search: RunSearch;
  /** Replaces the search of the address. */
  readonly onSearch: (search: RunSearch) => void;
};

/** A run of a self-assessment, answered area by area up to its submission. */
export function RunPage(props: RunPageProps) {
  return (
    <OnceRead>
      <OpenRun {...props} />
    </OnceRead>
  );
}

function OpenRun({ facilityId, runId, search, onSearch }: RunPageProps) {
  const path = { facilityId, runId };
  const run = useSuspenseQuery(runQuery(path)).data;
  usePreviewOf(facilityId, runId, run);
  return (
    <AnswerSheet
      path={path}
      search={search}
      onSearch={onSearch}
      actions={<RunActions />}
      aside={run.sheetId === 'network-level' && <Late load={loadNetworkPosition} props={{}} />}
    />
  );
}

/** Every answer changes the preview of the result: it is computed anew when it is opened. */
function usePreviewOf(facilityId: string, runId: string, run: unknown) {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state of the run is what makes the preview old
  useEffect(() => {
    const queryKey = assessment.result.key({ input: { facilityId, runId } });
    void client.invalidateQueries({ queryKey, refetchType: 'none' });
  }, [client, facilityId, runId, run]);
}
