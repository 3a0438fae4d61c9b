import type { ShownResult } from './shown-result.ts';
import { type Beginning, beginningOf, readingNote } from './verdict-words.ts';

const looks = {
  attention: 'border-orange-200 bg-attention-ground',
  good: 'border-green-800 bg-green-50',
  open: 'border-solid-gray-300 bg-white',
};

function lookOf({ result, report }: ShownResult): keyof typeof looks {
  if (!result.network && result.score === null) return 'open';
  if (report.established?.facts) return 'attention';
  const low = result.network ? result.network.level < 3 : result.weakAreas.length > 0;
  return low ? 'attention' : 'good';
}

/** The result in two sentences, for someone with ten seconds. */
export function Verdict({ shown }: { readonly shown: ShownResult }) {
  const beginning = beginningOf(shown.report);
  const note = readingNote(shown);
  const look = lookOf(shown);
  return (
    <section aria-label="まとめ" data-print="whole" className={`rounded-12 border p-4 sm:px-6 ${looks[look]}`}>
      <p className="text-[1.125rem]/[1.5] font-700 sm:text-[1.25rem]/[1.5]">{shown.report.board.lead}</p>
      {note && <p className="mt-1">{note}</p>}
      {beginning && <Begin {...beginning} />}
      {look === 'good' && !beginning && (
        <p className="mt-1">今のやり方を続け、年に1回、この点検をくり返してください。</p>
      )}
    </section>
  );
}

function Begin({ area, title, count, cost, effort }: Beginning) {
  return (
    <p className="mt-1">
      まずは{area && `${area}の`}
      <strong>「{title}」</strong>から。
      {count > 1 && `はじめの${count}つは、あわせて`}
      <span className="whitespace-nowrap">
        {cost}・{effort}
      </span>
      です。
    </p>
  );
}
