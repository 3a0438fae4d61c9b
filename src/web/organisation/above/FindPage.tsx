import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { hasMembers } from '#core/organisation/organisation.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type OrganisationView, organisationQuery, organisations } from '../above-queries.ts';
import { drawnName } from '../FacilityName.tsx';
import { AskDialog } from './AskDialog.tsx';

/** Finding a facility to support or to have as a member; it decides itself. */
export function FindPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const query = organisations.findFacilities.queryOptions({ input: { organisationId, words: asked } });
  const { data: found, error } = useQuery({ ...query, enabled: asked !== '' });
  return (
    <>
      <PageHead
        where={<Link href={`/organisations/${organisationId}`}>{organisation.name}</Link>}
        title="施設を探す"
        sub="まもりを使っている施設に、支援や参加を申し込みます。施設が受けるまでは、何も見えません。"
      />
      <div className="flex max-w-3xl flex-col gap-5">
        <search>
          <form
            className="flex flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              setAsked(words.trim());
            }}
          >
            <div className="min-w-0 flex-1 basis-64">
              <TextField label="施設の名前" type="search" maxLength={100} value={words} onChange={setWords} />
            </div>
            <Button type="submit" look="primary">
              探す
            </Button>
          </form>
        </search>
        <RefusalNote error={error} title="探せませんでした。" />
        {found && <Found facilities={found} organisation={organisation} />}
      </div>
    </>
  );
}

type Facility = Awaited<ReturnType<typeof organisations.findFacilities.call>>[number];
type FoundProps = { readonly facilities: readonly Facility[]; readonly organisation: OrganisationView };

function Found({ facilities, organisation }: FoundProps) {
  const [asking, setAsking] = useState<Facility>();
  return (
    <Card title="見つかった施設" aside={`${facilities.length}件`}>
      {facilities.length === 0 && <p role="status">当てはまる施設がありません。名前の一部で探してください。</p>}
      <ul>
        {facilities.map((facility) => (
          <li
            key={facility.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
          >
            <p className="phrase min-w-0 flex-1 basis-56">
              <span className="block font-700">{drawnName(facility.name)}</span>
              <span className="text-help text-solid-gray-700">{facility.city}</span>
            </p>
            <div className="flex flex-wrap gap-2">
              {hasMembers(organisation.kind) && <Propose organisationId={organisation.id} facility={facility} />}
              <Button size="small" onPress={() => setAsking(facility)} label={`${facility.name}に支援を申し込む`}>
                支援を申し込む
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {asking && <AskDialog organisationId={organisation.id} facility={asking} onClose={() => setAsking(undefined)} />}
    </Card>
  );
}

function Propose({ organisationId, facility }: { readonly organisationId: string; readonly facility: Facility }) {
  const act = useMutation(
    organisations.propose.mutationOptions({
      onSuccess: () => notify(`${facility.name}に参加を提案しました。施設の管理者が確かめると決まります。`),
    }),
  );
  return (
    <>
      <Button
        size="small"
        pending={act.isPending ? '提案しています' : undefined}
        onPress={() => act.mutate({ organisationId, memberId: facility.id })}
        label={`${facility.name}に参加を提案する`}
      >
        参加を提案する
      </Button>
      <RefusalNote error={act.error} title="提案できませんでした。" />
    </>
  );
}
