import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Consent, consents, consentTitles, organisationKindTitles } from '#core/organisation/organisation.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type MembershipView, membershipsQuery, organisations } from '../above-queries.ts';

type Of = { readonly facilityId: string; readonly membership: MembershipView };

const choices = consents.map((value) => ({ value, label: consentTitles[value] }));

/** The corporations and networks of the facility, and what each may see. */
export function MembershipCard({
  facilityId,
  mayChange,
}: {
  readonly facilityId: string;
  readonly mayChange: boolean;
}) {
  const { data } = useSuspenseQuery(membershipsQuery(facilityId));
  const joined = data.filter(({ confirmedAt }) => confirmedAt !== null);
  const proposed = data.filter(({ confirmedAt }) => confirmedAt === null);
  return (
    <>
      <Memberships title="参加の提案" {...{ facilityId, mayChange }} memberships={proposed} />
      <Memberships title="参加している組織" {...{ facilityId, mayChange }} memberships={joined} />
    </>
  );
}

type MembershipsProps = {
  readonly title: string;
  readonly facilityId: string;
  readonly mayChange: boolean;
  readonly memberships: readonly MembershipView[];
};

function Memberships({ title, facilityId, mayChange, memberships }: MembershipsProps) {
  if (memberships.length === 0) return null;
  return (
    <Card title={title} aside="組織が見るのは、ここで決めたものだけです">
      <ul>
        {memberships.map((membership) => (
          <li
            key={membership.organisation.id}
            className="flex flex-col gap-3 border-t border-solid-gray-100 py-4 first:border-t-0 first:pt-0 last:pb-0"
          >
            <p className="flex flex-wrap items-center gap-2 font-700">
              {membership.organisation.name}
              <Tag>{organisationKindTitles[membership.organisation.kind]}</Tag>
              {!membership.confirmedAt && <Tag tone="attention">返事を待っています</Tag>}
            </p>
            {mayChange ? (
              <Change facilityId={facilityId} membership={membership} />
            ) : (
              <p className="text-help text-solid-gray-700">{consentTitles[membership.shows]}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useSaved(facilityId: string) {
  const client = useQueryClient();
  return (words: string) => {
    notify(words);
    return client.invalidateQueries({ queryKey: membershipsQuery(facilityId).queryKey });
  };
}

function Change({ facilityId, membership: { organisation, confirmedAt, shows } }: Of) {
  const saved = useSaved(facilityId);
  const [chosen, setChosen] = useState<Consent>(shows);
  const [leaving, setLeaving] = useState(false);
  const organisationId = organisation.id;
  const join = useMutation(
    organisations.join.mutationOptions({
      onSuccess: () => saved(confirmedAt ? '見せるものを変えました。' : `${organisation.name}に参加しました。`),
    }),
  );
  const words = confirmedAt ? '保存する' : 'この内容で参加する';
  return (
    <>
      <RefusalNote error={join.error} title="保存できませんでした" />
      <RadioGroup label={`${organisation.name}に見せるもの`} options={choices} value={chosen} onChange={setChosen} />
      <div className="flex flex-wrap gap-2">
        {(!confirmedAt || chosen !== shows) && (
          <Button
            look={confirmedAt ? 'secondary' : 'primary'}
            pending={join.isPending ? '保存しています' : undefined}
            onPress={() => join.mutate({ facilityId, organisationId, shows: chosen })}
          >
            {words}
          </Button>
        )}
        <Button
          onPress={() => setLeaving(true)}
          label={`${organisation.name}への参加を${confirmedAt ? 'やめる' : '断る'}`}
        >
          {confirmedAt ? '参加をやめる' : '参加を断る'}
        </Button>
      </div>
      {leaving && <Leaving {...{ facilityId, organisation, confirmedAt, onClose: () => setLeaving(false) }} />}
    </>
  );
}

type LeavingProps = {
  readonly facilityId: string;
  readonly organisation: MembershipView['organisation'];
  /** Null while the facility has only been asked. */
  readonly confirmedAt: MembershipView['confirmedAt'];
  readonly onClose: () => void;
};

function Leaving({ facilityId, organisation, confirmedAt, onClose }: LeavingProps) {
  const saved = useSaved(facilityId);
  const act = useMutation(
    organisations.leave.mutationOptions({
      onSuccess: () => {
        onClose();
        return saved(
          confirmedAt ? `${organisation.name}から抜けました。` : `${organisation.name}への参加を断りました。`,
        );
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${organisation.name}への参加を${confirmedAt ? 'やめ' : '断り'}ますか`}
      confirm={confirmedAt ? '参加をやめる' : '参加を断る'}
      danger
      pending={act.isPending ? '送っています' : undefined}
      onConfirm={() => act.mutate({ facilityId, organisationId: organisation.id })}
    >
      <p>
        {confirmedAt
          ? 'この組織からは、施設の進み具合も点も見えなくなります。あとでもう一度参加できます。'
          : 'この組織には何も見えないままです。必要になったら、組織がもう一度提案できます。'}
      </p>
      <RefusalNote error={act.error} title={confirmedAt ? 'やめられませんでした' : '断れませんでした'} />
    </ConfirmDialog>
  );
}
