import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ShownGroup, searchGroups } from '#core/app/api-docs/document.ts';
import type { Schemas } from '#core/app/api-docs/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Beginning } from './Beginning.tsx';
import { Endpoint } from './Endpoint.tsx';
import { apiDocsQuery } from './queries.ts';
import { apiDocsSearch } from './search.ts';

/** Everything a program can ask of Mamori, read from the API document of this very server. */
export function ApiDocsPage() {
  const { data } = useSuspenseQuery(apiDocsQuery);
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const { words = '' } = apiDocsSearch(search);
  const groups = searchGroups(data.groups, words);
  const count = groups.reduce((sum, { endpoints }) => sum + endpoints.length, 0);
  return (
    <>
      <PageHead
        title="プログラムからの使い方（API）"
        sub="まもりの画面が使うものと同じ呼び出しの一覧です。画面だけが使うものはありません。"
      />
      <div className="flex flex-col gap-5">
        <Beginning />
        <SearchField
          key={words}
          words={words}
          onSearch={(wanted) => void navigate({ to: '/api-docs', search: apiDocsSearch({ words: wanted }) })}
        />
        <p role="status" className="text-help text-solid-gray-700">
          {words === '' ? `全部で${count}件` : `「${words}」に合うもの ${count}件`}
        </p>
        {count === 0 ? (
          <EmptyState title="合うものがありません">ことばを短くするか、消してください。</EmptyState>
        ) : (
          <Groups groups={groups} schemas={data.schemas} named={hash} />
        )}
      </div>
    </>
  );
}

type GroupsProps = { readonly groups: readonly ShownGroup[]; readonly schemas: Schemas; readonly named: string };

function Groups({ groups, schemas, named }: GroupsProps) {
  return groups.map(({ title, endpoints }) => (
    <Card key={title} title={title} aside={`${endpoints.length}件`}>
      {endpoints.map((endpoint) => (
        <Endpoint key={endpoint.id} endpoint={endpoint} schemas={schemas} named={endpoint.id === named} />
      ))}
    </Card>
  ));
}

type SearchFieldProps = { readonly words: string; readonly onSearch: (words: string) => void };

function SearchField({ words, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(words);
  return (
    <search>
      <form
        className="flex max-w-2xl flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed);
        }}
      >
        <div className="min-w-0 flex-1 basis-60">
          <TextField label="ことばで探す" type="search" maxLength={100} value={typed} onChange={setTyped} />
        </div>
        <Button type="submit">探す</Button>
      </form>
    </search>
  );
}
