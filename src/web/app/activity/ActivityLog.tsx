import type { ReactNode } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { ActivityList } from './ActivityList.tsx';
import type { Entry } from './queries.ts';

type ActivityLogProps = {
  /** The log as far as it is loaded. */
  readonly log: {
    readonly data: { readonly pages: readonly { readonly entries: readonly Entry[] }[] } | undefined;
    readonly error: Error | null;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  /** What stands there where nothing was found. */
  readonly empty: ReactNode;
};

/** Entries of a log, newest first, and the way to more of them. */
export function ActivityLog({ log, empty }: ActivityLogProps) {
  if (log.error && !log.data) throw log.error;
  if (!log.data)
    return (
      <AfterAWhile>
        <Skeleton />
      </AfterAWhile>
    );
  const entries = log.data.pages.flatMap((page) => page.entries);
  return (
    <>
      <p role="status" className="sr-only">
        {entries.length === 0 ? '当てはまる記録がありません' : `${entries.length}件を表示しています`}
      </p>
      {entries.length === 0 ? empty : <ActivityList entries={entries} />}
      {log.hasNextPage && (
        <div className="self-center">
          <Button
            onPress={() => void log.fetchNextPage()}
            pending={log.isFetchingNextPage ? '読み込んでいます…' : undefined}
          >
            さらに見る
          </Button>
        </div>
      )}
      {log.error && <p role="alert">続きを読み込めませんでした。もう一度「さらに見る」を押してください。</p>}
    </>
  );
}
