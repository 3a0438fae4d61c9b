import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { foundWords, wordRows } from '#core/catalogue/word.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { wordsQuery } from './queries.ts';
import { WordRowCard } from './WordRowCard.tsx';
import { wordsSearch } from './words-search.ts';

/** The words of the product and the guideline, each explained once. */
export function WordsPage() {
  const { data: words } = useSuspenseQuery(wordsQuery());
  const [find, setFind] = useFind();
  const found = foundWords(words, find);
  return (
    <>
      <PageHead title="用語" sub="まもりとガイドラインに出てくる言葉を、ふだんの言葉で説明します。" />
      <search className="mb-5 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
        <div className="w-full max-w-md">
          <TextField label="言葉を探す" type="search" maxLength={50} value={find} onChange={setFind} />
        </div>
        <p role="status" className="py-2 text-help tabular-nums text-solid-gray-700">
          {find === '' ? `${words.length}語` : `${words.length}語のうち${found.length}語`}
        </p>
      </search>
      {found.length === 0 && (
        <EmptyState title="当てはまる用語がありません">短い言葉や、ひらがなでも探せます。</EmptyState>
      )}
      <div className="flex flex-col gap-4">
        {wordRows(found).map((row) => (
          <WordRowCard key={row.title} {...row} />
        ))}
      </div>
    </>
  );
}

/** What is typed shows at once; the address follows. */
function useFind() {
  const search = wordsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [find, setFind] = useState(search.find ?? '');
  const change = (typed: string) => {
    setFind(typed);
    void navigate({ to: '.', search: wordsSearch({ find: typed }), replace: true, resetScroll: false });
  };
  return [find, change] as const;
}
