import type { RunSummaryView } from '#web/sheet/index.ts';
import { Day } from '#web/ui/Day.tsx';
import { Progress } from '#web/ui/Progress.tsx';
import { Tag } from '#web/ui/Tag.tsx';

/** How far a run has come, or when it was submitted. */
export function RunProgress({ run }: { readonly run: RunSummaryView }) {
  if (run.status === 'submitted' && run.submittedAt) {
    return (
      <p className="text-help">
        提出 <Day at={new Date(run.submittedAt)} />
      </p>
    );
  }
  const answered = run.answered - run.toConfirm;
  return (
    <div className="flex flex-col gap-2">
      <Progress label="答えた数" value={answered} total={run.items} words={`${answered} / ${run.items}問`} />
      {run.toConfirm > 0 && (
        <p>
          <Tag tone="attention">確定待ち {run.toConfirm}問</Tag>
        </p>
      )}
    </div>
  );
}
