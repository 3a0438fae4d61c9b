import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasArea, organisationKindTitles } from '#core/organisation/organisation.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type OrganisationView, support } from '../above-queries.ts';

type OrganisationChoiceProps = {
  readonly facilityId: string;
  readonly chosen: OrganisationView | undefined;
  readonly onChoose: (organisation: OrganisationView) => void;
  readonly error: string | undefined;
};

/** The organisation whose supporters come in, found by its name. */
export function OrganisationChoice({ facilityId, chosen, onChoose, error }: OrganisationChoiceProps) {
  const [words, setWords] = useState('');
  const asked = support.organisations.queryOptions({ input: { facilityId, words }, placeholderData: keepPreviousData });
  const found = useQuery(asked).data?.filter(({ kind }) => !hasArea(kind)) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <TextField label="組織の名前で探す" type="search" maxLength={100} value={words} onChange={setWords} />
      <RadioGroup
        label="相手の組織"
        required
        help={found.length === 0 ? '当てはまる組織がありません。組織はシステム管理者が登録します。' : undefined}
        options={found.map(({ id, kind, name }) => ({ value: id, label: name, help: organisationKindTitles[kind] }))}
        value={chosen?.id ?? null}
        onChange={(id) => {
          const organisation = found.find((one) => one.id === id);
          if (organisation) onChoose(organisation);
        }}
        error={error}
      />
    </div>
  );
}
