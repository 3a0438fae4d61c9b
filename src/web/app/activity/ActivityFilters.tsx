import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ActivityKind, activityKinds } from '#core/app/activity-kind.ts';
import { Button } from '#web/ui/Button.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Select, type SelectOption } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import { type ActivitySearch, activitySearch } from './activity-search.ts';
import { peopleQuery } from './queries.ts';

const kindTitles: Readonly<Record<ActivityKind, string>> = {
  reading: '見た・受け取った',
  answer: '点検と回答',
  result: '提出と結果',
  evidence: '証跡',
  people: '人と役割',
  facility: '施設とそのほか',
};

type ActivityFiltersProps = {
  readonly facilityId: string;
  readonly search: ActivitySearch;
  readonly onSearch: (search: ActivitySearch) => void;
};

type Draft = Readonly<Record<'personId' | 'kind' | 'from' | 'to', string>>;

const all = { value: '', label: 'すべて' };
const kindOptions: readonly SelectOption<string>[] = [
  all,
  ...activityKinds.map((kind) => ({ value: kind, label: kindTitles[kind] })),
];
const draftOf = ({ personId = '', kind, from = '', to = '' }: ActivitySearch) => ({
  personId,
  kind: kind ?? '',
  from,
  to,
});

/** What is asked for stands in the address once it is sent. */
export function ActivityFilters({ facilityId, search, onSearch }: ActivityFiltersProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(search));
  useEffect(() => setDraft(draftOf(search)), [search]);
  const { data: people = [] } = useQuery(peopleQuery(facilityId));
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const wide = useWide();
  const form = (
    <form
      className="grid items-end gap-x-3 gap-y-4 sm:grid-cols-2 sm:gap-4 wide:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(activitySearch({ ...draft, agreementId: search.agreementId }));
      }}
    >
      <Select
        label="人"
        options={[all, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        value={draft.personId}
        onChange={(personId) => change({ personId })}
      />
      <Select label="操作の種類" options={kindOptions} value={draft.kind} onChange={(kind) => change({ kind })} />
      <TextField label="この日から" type="date" value={draft.from} onChange={(from) => change({ from })} />
      <TextField label="この日まで" type="date" value={draft.to} onChange={(to) => change({ to })} />
      <div className="flex flex-col sm:col-span-2 wide:col-span-1">
        <Button type="submit">記録を絞り込む</Button>
      </div>
    </form>
  );
  return (
    <search>
      {wide ? (
        form
      ) : (
        <Disclosure title="記録を絞り込む" level={2} openAtFirst={Object.values(draft).some(Boolean)}>
          {form}
        </Disclosure>
      )}
    </search>
  );
}
