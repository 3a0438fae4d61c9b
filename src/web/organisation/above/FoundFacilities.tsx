import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasMembers } from '#core/organisation/organisation.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { notify } from '#web/ui/notify.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { memberFacilitiesQuery, type OrganisationView, organisations, worklistQuery } from '../above-queries.ts';
import { AskDialog } from './AskDialog.tsx';
import { FacilityLine } from './FacilityLine.tsx';

type Facility = Awaited<ReturnType<typeof organisations.findFacilities.call>>[number];
type FoundProps = { readonly facilities: readonly Facility[]; readonly organisation: OrganisationView };

const mostFound = 20;

/** What was found, with what can be asked of each and what was asked already. */
export function FoundFacilities({ facilities, organisation }: FoundProps) {
  const [asking, setAsking] = useState<Facility>();
  const { data: agreements } = useSuspenseQuery(worklistQuery(organisation.id));
  const open = new Map(
    agreements.flatMap(({ facility, state }) => (state === 'live' || state === 'asked' ? [[facility.id, state]] : [])),
  );
  return (
    <Card title="見つかった施設" aside={`${facilities.length}件`}>
      {facilities.length === 0 && <p role="status">当てはまる施設がありません。名前の一部で探してください。</p>}
      <ul>
        {facilities.map((facility) => (
          <FacilityLine key={facility.id} facility={facility}>
            {hasMembers(organisation.kind) && <Membership organisationId={organisation.id} facility={facility} />}
            {open.has(facility.id) ? (
              <Tag tone="done">{open.get(facility.id) === 'live' ? '支援中' : '支援を申し込み中'}</Tag>
            ) : (
              <Button size="small" onPress={() => setAsking(facility)} label={`${facility.name}に支援を申し込む`}>
                支援を申し込む
              </Button>
            )}
          </FacilityLine>
        ))}
      </ul>
      {facilities.length === mostFound && (
        <p className="mt-3 text-help text-solid-gray-700">
          {mostFound}件まで出しています。ないときは、名前をもう少し入れて探してください。
        </p>
      )}
      {asking && <AskDialog organisationId={organisation.id} facility={asking} onClose={() => setAsking(undefined)} />}
    </Card>
  );
}

type MembershipProps = { readonly organisationId: string; readonly facility: Facility };

function Membership({ organisationId, facility }: MembershipProps) {
  const query = memberFacilitiesQuery(organisationId);
  const member = useSuspenseQuery(query).data.find((one) => one.facility.id === facility.id);
  const client = useQueryClient();
  const act = useMutation(
    organisations.propose.mutationOptions({
      onSuccess: () => {
        notify(`${facility.name}に参加を提案しました。施設の管理者が確かめると決まります。`);
        return client.invalidateQueries({ queryKey: query.queryKey });
      },
    }),
  );
  if (member) return <Tag tone="done">{member.confirmedAt ? '参加中' : '参加を提案中'}</Tag>;
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
      <RefusalNote error={act.error} title="提案できませんでした" />
    </>
  );
}
