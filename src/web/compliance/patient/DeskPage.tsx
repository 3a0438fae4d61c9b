import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { deskQuery, type ShownDesk } from '../calls.ts';
import { DeskDialog, deskTitle } from './DeskDialog.tsx';
import { Enquiries } from './Enquiries.tsx';

/** The desk patients ask at, and what they asked. */
export function DeskPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <Desk facilityId={facilityId} />
    </OnceRead>
  );
}

function Desk({ facilityId }: { readonly facilityId: string }) {
  const { data: desk } = useSuspenseQuery(deskQuery(facilityId));
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [editing, setEditing] = useState(false);
  const writes = may(roles, 'patient.write');
  const edit = writes && (
    <Button look={desk.revision === 0 ? 'primary' : 'secondary'} onPress={() => setEditing(true)}>
      {deskTitle(desk)}
    </Button>
  );
  return (
    <Page
      title="説明窓口"
      sub="患者さんなどが、情報の扱いについて聞ける窓口です。ガイドライン経営管理編 1④の証跡になります。"
      action={edit}
    >
      <Card title="窓口">
        {desk.revision === 0 ? (
          <p className="measure">まだ登録していません。場所、担当、時間、知らせ方を書きます。</p>
        ) : (
          <Standing desk={desk} />
        )}
      </Card>
      <Enquiries {...{ facilityId, writes, first: desk.revision > 0 }} />
      {editing && <DeskDialog {...{ facilityId, desk }} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Standing({ desk: { place, inCharge, hours, announced } }: { readonly desk: ShownDesk }) {
  const facts = [
    ['場所', place],
    ['担当', inCharge],
    ['時間', hours],
    ['知らせ方', announced],
  ] as const;
  return (
    <Facts>
      {facts.map(([title, text]) => (
        <Fact key={title} title={title}>
          <span className="measure break-words whitespace-pre-line">{text || 'まだ書いていません'}</span>
        </Fact>
      ))}
    </Facts>
  );
}
