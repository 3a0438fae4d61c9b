import { Button } from '#web/ui/Button.tsx';

type MoreTasksProps = {
  /** What they are part of. */
  readonly title: string;
  /** How many there are by now. */
  readonly count: number;
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
};

/** Asks for the next page of the tasks of one part, where there is one. */
export function MoreTasks({ title, count, list }: MoreTasksProps) {
  if (!list.hasNextPage || count === 0) return null;
  return (
    <div className="mt-3">
      <Button
        size="small"
        label={`「${title}」をさらに見る`}
        onPress={() => void list.fetchNextPage()}
        pending={list.isFetchingNextPage ? '読み込んでいます…' : undefined}
      >
        さらに見る（{count}件まで）
      </Button>
    </div>
  );
}
