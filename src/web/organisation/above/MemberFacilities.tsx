import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { type MemberFacility, memberFacilitiesQuery, organisations } from '../above-queries.ts';
import { FacilityLine } from './FacilityLine.tsx';

/** The facilities of a corporation or network, also those that have not answered yet; each can be let go. */
export function MemberFacilities({ organisationId }: { readonly organisationId: string }) {
  const { data: members } = useSuspenseQuery(memberFacilitiesQuery(organisationId));
  const [leaving, setLeaving] = useState<MemberFacility>();
  if (members.length === 0) return null;
  return (
    <Card title="参加している施設" aside={`${members.length}件`}>
      <ul>
        {members.map((member) => (
          <FacilityLine key={member.facility.id} facility={member.facility}>
            {!member.confirmedAt && <Tag tone="attention">提案中</Tag>}
            <Button size="small" onPress={() => setLeaving(member)} label={`${member.facility.name}${wordsOf(member)}`}>
              {member.confirmedAt ? '参加を終える' : '取り下げる'}
            </Button>
          </FacilityLine>
        ))}
      </ul>
      {leaving && <Release {...{ organisationId }} member={leaving} onClose={() => setLeaving(undefined)} />}
    </Card>
  );
}

const wordsOf = ({ confirmedAt }: MemberFacility) => (confirmedAt ? 'の参加を終える' : 'への提案を取り下げる');

type ReleaseProps = {
  readonly organisationId: string;
  readonly member: MemberFacility;
  readonly onClose: () => void;
};

function Release({ organisationId, member, onClose }: ReleaseProps) {
  const client = useQueryClient();
  const { facility, confirmedAt } = member;
  const act = useMutation(
    organisations.release.mutationOptions({
      onSuccess: () => {
        notify(`${facility.name}の参加を${confirmedAt ? '終えました。' : '取り下げました。'}`);
        onClose();
        return client.invalidateQueries({ queryKey: memberFacilitiesQuery(organisationId).queryKey });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${facility.name}${wordsOf(member)}`}
      confirm={confirmedAt ? '参加を終える' : '取り下げる'}
      danger
      pending={act.isPending ? '終えています' : undefined}
      onConfirm={() => act.mutate({ organisationId, memberId: facility.id })}
    >
      <p>この施設の進み具合も点も見えなくなり、施設の記録にも残ります。支援の取り決めは変わりません。</p>
      <RefusalNote error={act.error} title="終えられませんでした" />
    </ConfirmDialog>
  );
}
