import type { ScorePart } from '#core/assessment/report/score-part.ts';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { AreaBars } from './AreaBars.tsx';
import { AreaTable } from './AreaTable.tsx';
import type { ShownResult } from './shown-result.ts';

type AreaScoresProps = { readonly shown: ShownResult; readonly scores: ScorePart };

/** Scores by area: a radar where there is room, bars on a phone, always with the table. */
export function AreaScores({ shown, scores }: AreaScoresProps) {
  return (
    <Card title={`${scores.areas.length}分野の点数`} aside="0〜3点">
      <div className="hidden sm:block">
        <Drawing drawing={scores.radar} table={<AreaTable shown={shown} scores={scores} />} />
      </div>
      <div className="sm:hidden print:hidden">
        <p className="mb-3 text-help">{scores.finding}</p>
        <AreaBars shown={shown} scores={scores} />
      </div>
    </Card>
  );
}
