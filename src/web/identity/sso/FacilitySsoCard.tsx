import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Day } from '#web/ui/Day.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { atFacilityQuery, sso } from './queries.ts';

type FacilitySsoCardProps = { readonly facilityId: string; readonly mayChange: boolean };
type At = Awaited<ReturnType<typeof sso.atFacility.call>>[number];

/** Whether the people of an organisation the facility belongs to sign in here by its provider. */
export function FacilitySsoCard({ facilityId, mayChange }: FacilitySsoCardProps) {
  const { data } = useSuspenseQuery(atFacilityQuery(facilityId));
  const [changing, setChanging] = useState<At>();
  if (data.length === 0) return null;
  return (
    <Card title="組織のアカウントでのサインイン">
      <p className="mb-3 text-help">
        許可すると、組織のアカウントを持つ人のうち、組織の管理者が選んだグループの人が、この施設の職員としてサインインします。施設の管理者にはなれません。
      </p>
      <ul>
        {data.map((at) => (
          <li
            key={at.organisationId}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
          >
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-700">{at.name}</span>
              {at.openedAt ? (
                <Tag tone="done">
                  <span>
                    <Day at={new Date(at.openedAt)} />
                    から許可しています
                  </span>
                </Tag>
              ) : (
                <Tag>許可していません</Tag>
              )}
            </p>
            {mayChange && (
              <Button
                onPress={() => setChanging(at)}
                label={`${at.name}のアカウントでのサインイン${at.openedAt ? 'の許可を取り消す' : 'を許可する'}`}
              >
                {at.openedAt ? '許可を取り消す' : 'サインインを許可する'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changing && <Change {...{ facilityId }} at={changing} onClose={() => setChanging(undefined)} />}
    </Card>
  );
}

type ChangeProps = { readonly facilityId: string; readonly at: At; readonly onClose: () => void };

function Change({ facilityId, at: { organisationId, name, openedAt }, onClose }: ChangeProps) {
  const client = useQueryClient();
  const open = openedAt === null;
  const act = useMutation(
    sso.open.mutationOptions({
      onSuccess: () => {
        notify(
          open
            ? `${name}のアカウントでのサインインを許可しました。`
            : `${name}のアカウントでのサインインの許可を取り消しました。`,
        );
        onClose();
        return client.invalidateQueries({ queryKey: atFacilityQuery(facilityId).queryKey });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={
        open
          ? `${name}のアカウントで、職員がサインインできるようにしますか`
          : `${name}のアカウントでのサインインの許可を取り消しますか`
      }
      confirm={open ? 'サインインを許可する' : '許可を取り消す'}
      danger={!open}
      pending={act.isPending ? '保存しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, organisationId, open })}
    >
      <p>
        {open
          ? `${name}の管理者が決めたグループの人が、職員としてサインインできるようになります。だれがいつ加わったかは、操作の記録に残ります。`
          : `${name}のアカウントで加わった人は、すぐに全員サインアウトし、この施設の職員から外れます。答えた記録は名前とともに残ります。`}
      </p>
      <RefusalNote error={act.error} title="保存できませんでした" />
    </ConfirmDialog>
  );
}
