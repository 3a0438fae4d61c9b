import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useAnswering } from '../answering.ts';

/** How much is not saved, why, and what happens next. */
export function UnsavedBar() {
  const { run, savings, autosave } = useAnswering();
  const failed = [...savings.values()].flatMap((saving) => (saving.state === 'failed' ? [saving] : []));
  if (run.status !== 'open' || failed.length === 0) return null;
  return (
    <section
      aria-label="保存できていない回答"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-12 border border-red-900 bg-red-50 px-4 py-3"
    >
      <p className="flex min-w-0 flex-1 basis-72 items-start gap-2 text-help">
        <span className="pt-0.5 text-red-900">
          <Icon name="danger" />
        </span>
        <span>
          <strong className="text-red-1000">保存できていない回答が{failed.length}件あります。</strong>
          {failed[0]?.reason}入力はこのブラウザに残っています。つながると自動で保存します。
        </span>
      </p>
      <Button size="small" onPress={() => autosave.retryNow()}>
        今すぐ保存する
      </Button>
    </section>
  );
}
