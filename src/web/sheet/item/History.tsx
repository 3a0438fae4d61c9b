import { useQuery } from '@tanstack/react-query';
import type { Item } from '#core/catalogue/sheet.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { AfterAWhile } from '#web/ui/Skeleton.tsx';
import { useAnswering } from '../answering.ts';
import { sheet as sheetCalls } from '../queries.ts';
import { MarkWords } from './MarkWords.tsx';
import { valueWords } from './value-words.ts';

const origins = {
  typed: '画面で回答',
  file: 'Excelから取り込み',
  'carried-over': '前回から引き継ぎ',
  'self-check': '自己点検のファイルから取り込み',
  proposed: '自己点検の回答からの提案を確かめて回答',
  bridged: '前の版の同じ設問から',
  derived: '終わった取り組みからの見込みを確かめて回答',
} as const;

/** Who answered what when, the latest first. */
export function History({ item }: { readonly item: Item }) {
  const { path, sheet } = useAnswering();
  const history = useQuery(sheetCalls.history.queryOptions({ input: { ...path, itemId: item.id } }));
  if (history.isError) return <p className="text-help">履歴を読めませんでした。{refusalWords(history.error)}</p>;
  if (!history.data) return <AfterAWhile>読み込んでいます</AfterAWhile>;
  if (history.data.length === 0) return <p className="text-help text-solid-gray-700">まだだれも答えていません。</p>;
  return (
    <ol className="text-help">
      {history.data.map(
        ({ revision, value, note, confirmedOn, targetOn, conclusion, answeredBy, answeredAt, origin }) => (
          <li key={revision} className="border-t border-solid-gray-100 py-2 first:border-t-0">
            <p className="text-solid-gray-700">
              {japaneseMoment(new Date(answeredAt))}・{answeredBy.name}・{origins[origin]}
            </p>
            <p>
              <strong>{value === null ? '答えを消した' : valueWords(value, sheet.scale)}</strong>{' '}
              <MarkWords {...{ confirmedOn, targetOn, conclusion }} />
              {note && <span className="whitespace-pre-line">　メモ：{note}</span>}
            </p>
          </li>
        ),
      )}
    </ol>
  );
}
