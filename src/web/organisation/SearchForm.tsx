import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { prefectures } from '#core/organisation/prefecture.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { citiesQuery } from './queries.ts';
import { type RegisterSearch, registerSearch } from './register-search.ts';

type SearchFormProps = { readonly search: RegisterSearch; readonly onSearch: (search: RegisterSearch) => void };

const everywhere = { value: '', label: 'すべて' };
const noPrefecture = { value: '', label: '都道府県を選ぶと選べます' };
const prefectureOptions = [everywhere, ...prefectures.map(({ code, name }) => ({ value: String(code), label: name }))];

function draftOf({ words = '', prefecture, city = '', only }: RegisterSearch) {
  return { words, prefecture: prefecture === undefined ? '' : String(prefecture), city, opened: only === 'opened' };
}

/** What is asked for stands in the address once it is sent; going back brings it back. */
export function SearchForm({ search, onSearch }: SearchFormProps) {
  const [draft, setDraft] = useState(() => draftOf(search));
  useEffect(() => setDraft(draftOf(search)), [search]);
  const send = () => onSearch(registerSearch({ ...draft, only: draft.opened ? 'opened' : undefined }));
  return (
    <search>
      <form
        className="grid items-end gap-4 sm:grid-cols-2 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label="名称か医療機関コード"
          type="search"
          maxLength={100}
          value={draft.words}
          onChange={(words) => setDraft({ ...draft, words })}
        />
        <Select
          label="都道府県"
          options={prefectureOptions}
          value={draft.prefecture}
          onChange={(prefecture) => setDraft({ ...draft, prefecture, city: '' })}
        />
        <CitySelect {...draft} onChange={(city) => setDraft({ ...draft, city })} />
        <Button type="submit">施設を探す</Button>
        <Checkbox checked={draft.opened} onChange={(opened) => setDraft({ ...draft, opened })}>
          利用中の施設だけ
        </Checkbox>
      </form>
    </search>
  );
}

type CitySelectProps = {
  readonly prefecture: string;
  readonly city: string;
  readonly onChange: (city: string) => void;
};

function CitySelect({ prefecture, city, onChange }: CitySelectProps) {
  const asked = prefecture !== '';
  const { data = [] } = useQuery({ ...citiesQuery(Number(prefecture)), enabled: asked });
  const options = asked ? data.map((entry) => ({ value: entry.city, label: entry.city })) : [];
  const chosen = city !== '' && !options.some(({ value }) => value === city) ? [{ value: city, label: city }] : [];
  return (
    <Select
      label="市区町村"
      options={asked ? [everywhere, ...chosen, ...options] : [noPrefecture]}
      value={city}
      onChange={onChange}
      disabled={!asked}
    />
  );
}
