import type { MeasureList } from '#core/assessment/report/measure-list.ts';
import { Card } from '#web/ui/Card.tsx';
import { MeasureItem } from './MeasureItem.tsx';
import { OtherMeasures } from './OtherMeasures.tsx';
import type { ShownResult } from './shown-result.ts';

type MeasuresProps = { readonly shown: ShownResult; readonly list: MeasureList };

/** What to do about the weak areas: the six to begin with in their order, the rest folded away below. */
export function Measures({ shown, list }: MeasuresProps) {
  const { firstSix, firstTotal } = list;
  if (firstSix.length === 0) return null;
  return (
    <Card
      title={`まず、この${firstSix.length}つから`}
      aside={
        <>
          あわせて {firstTotal.cost}・{firstTotal.effort}（1年目の目安、独自の見積り）
        </>
      }
    >
      <p className="mb-3 break-after-avoid text-help text-solid-gray-700">
        太い数字は、きっかけになった答えと、対策をしたあとの答えです（0〜3）。
      </p>
      <ol className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
        {firstSix.map((line) => (
          <MeasureItem key={line.id} shown={shown} line={line} areaShown />
        ))}
      </ol>
      <OtherMeasures shown={shown} list={list} />
    </Card>
  );
}
