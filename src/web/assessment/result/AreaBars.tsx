import type { AreaLine, ScorePart } from '#core/assessment/report/score-part.ts';
import { areaScoreText, changeText } from '#core/assessment/score-text.ts';
import { Link } from '#web/ui/Link.tsx';
import { Score } from '#web/ui/Score.tsx';
import { firstItem } from './first-item.ts';
import type { ShownResult } from './shown-result.ts';

type AreaBarsProps = { readonly shown: ShownResult; readonly scores: ScorePart };

/** The areas as bars, the lowest first. */
export function AreaBars({ shown, scores }: AreaBarsProps) {
  const lowestFirst = [...scores.areas].sort((a, b) => (a.score ?? 4) - (b.score ?? 4));
  return (
    <>
      <p className="mb-2 text-note text-solid-gray-700">縦の線は1.5点。そこまでの分野（●）に、対策が要ります。</p>
      <ul className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
        {lowestFirst.map((area) => (
          <li key={area.id} className="grid grid-cols-[6.75rem_1fr] items-center gap-x-1 py-1">
            <div className="flex min-h-11 items-center text-help">
              <Link href={shown.answersAt(firstItem(shown.sheet, area.id))}>{area.title}</Link>
            </div>
            <AreaBar area={area} />
          </li>
        ))}
      </ul>
    </>
  );
}

function AreaBar({ area }: { readonly area: AreaLine }) {
  const notes = [
    area.provenText && `監査・訓練では${area.provenText}`,
    area.change === null || Math.abs(area.change) < 0.05 ? '' : `前回より${changeText(area.change, 1)}`,
    area.unknown > 0 ? `分からない${area.unknown}問` : '',
    area.unanswered > 0 ? `未回答${area.unanswered}問` : '',
  ].filter((note) => note !== '');
  return (
    <div>
      <Score value={area.score} max={3} text={areaScoreText(area.score)} label={`${area.title}の点`} threshold={1.5} />
      {notes.length > 0 && <p className="pl-15 text-note tabular-nums text-solid-gray-700">{notes.join('・')}</p>}
    </div>
  );
}
