import { Card } from '#web/ui/Card.tsx';
import { Progress } from '#web/ui/Progress.tsx';
import type { PagePart } from './result-page.ts';

/** Says that this is not the submitted result, and how far the answers have come. */
export function PreviewBanner({ loaded }: PagePart) {
  const { answered, items, toConfirm } = loaded.run;
  const left = items - answered;
  const words =
    left > 0
      ? `答えた設問だけの結果です。残り${left}問に答えると変わります。`
      : 'すべて答えました。提出すると、この結果が確定します。';
  return (
    <div className="mb-5">
      <Card>
        <div className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:items-center">
          <div className="flex-1">
            <p className="text-section">提出前の途中の姿です</p>
            <p className="text-help">
              {words}
              {toConfirm > 0 && `前回から引き継いだまま、確かめていない答えが${toConfirm}問あります。`}
            </p>
          </div>
          <div className="sm:w-80">
            <Progress label="答えた設問" value={answered} total={items} words={`${answered} / ${items}問`} />
          </div>
        </div>
      </Card>
    </div>
  );
}
