import { fewestForSpread } from '#core/assessment/mirror.ts';
import { countWords, type ExecutiveCounts, missingWords } from './executive-words.ts';

/** How many executives have answered, what is missing, and what is never shown. */
export function ExecutiveCount(props: ExecutiveCounts) {
  return (
    <div className="flex flex-col gap-1 text-help text-solid-gray-700 *:measure">
      <p className={props.shown ? '' : 'text-body text-solid-gray-900'}>
        {countWords(props)}
        {missingWords(props)}
      </p>
      <p>
        だれがどう答えたかは、だれにも示しません。示すのは{fewestForSpread}
        人以上の中央値と、最も低い人から最も高い人までの幅だけです。
      </p>
    </div>
  );
}
