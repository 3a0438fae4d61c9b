import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lastDayOf, leavingDays, leavingStage } from '#core/app/leaving.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import { type Announced, leavingQuery } from './queries.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type EndUseProps = { readonly facilityId: string; readonly facilityName: string };

/** The end of the facility's use: announced here, and withdrawn until it is due. */
export function EndUse({ facilityId, facilityName }: EndUseProps) {
  const { data } = useSuspenseQuery(leavingQuery(facilityId));
  const [asking, setAsking] = useState<'announce' | 'withdraw'>();
  const close = () => setAsking(undefined);
  return (
    <Card title="まもりの利用をやめる">
      {data ? (
        <AnnouncedNote announced={data} onWithdraw={() => setAsking('withdraw')} />
      ) : (
        <>
          <WhatHappens />
          <div className="mt-4">
            <Button look="danger-outline" onPress={() => setAsking('announce')}>
              利用をやめる
            </Button>
          </div>
        </>
      )}
      {asking === 'announce' && <AnnounceDialog {...{ facilityId, facilityName }} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog facilityId={facilityId} onClose={close} />}
    </Card>
  );
}

function WhatHappens() {
  return (
    <ul className="list-disc pl-6 text-help">
      <li>
        やめると決めてから{leavingDays}
        日の間は、これまでどおり使え、施設の管理者ならだれでも、利用を続けることに変えられます。
      </li>
      <li>そのあと、点検、回答と履歴、結果、証跡、職員の登録、支援の取り決めが、すべて消えます。元には戻せません。</li>
      <li>残るのは、公開の台帳の名称と所在地、氏名の入っていない操作の記録だけです。</li>
      <li>
        職員のアカウントは本人のものなので、残ります。要らなくなった人は、「自分のアカウント」から自分で消せます。
      </li>
    </ul>
  );
}

type AnnouncedNoteProps = { readonly announced: Announced; readonly onWithdraw: () => void };

function AnnouncedNote({ announced: { announcedAt, dueAt, announcedBy }, onWithdraw }: AnnouncedNoteProps) {
  const times = { announcedAt: new Date(announcedAt), dueAt: new Date(dueAt) };
  const over = leavingStage(times, new Date()) === 'due';
  return (
    <Callout
      tone="attention"
      title={`${japaneseDate(lastDayOf(times))}で、利用を終えます`}
      action={!over && <Button onPress={onWithdraw}>利用を続ける</Button>}
    >
      {japaneseDate(times.announcedAt)}に、{announcedBy.name}さんが決めました。
      {over
        ? 'もう利用を続けることには変えられません。記録は、まもなくすべて消えます。'
        : 'その日までに、残したい記録を受け取ってください。'}
    </Callout>
  );
}
