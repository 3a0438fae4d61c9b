import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { account } from '../account/queries.ts';
import { membersQuery } from '../queries.ts';
import { MailToo } from './MailToo.tsx';
import { ResetSlip } from './ResetSlip.tsx';

/** A facility administrator lets a member choose a new password. */
export function ResetLinkPage() {
  const { facilityId = '', personId = '' } = useParams({ strict: false });
  const { data: members } = useSuspenseQuery(membersQuery(facilityId));
  const [mail, setMail] = useState(false);
  const act = useMutation(account.issueResetLink.mutationOptions());
  const people = `/facilities/${facilityId}/members`;
  const member = members.find((each) => each.personId === personId);
  if (act.data) return <ResetSlip link={act.data} back={people} mailed={mail} />;
  return (
    <Page
      where={<Link href={people}>職員と役割</Link>}
      title={`${member?.name ?? '職員'}さんのパスワードの再設定`}
      sub="パスワードを忘れた人に渡す、1回だけ、24時間使えるリンクを作ります。"
      action={
        <>
          <ButtonLink href={people}>やめる</ButtonLink>
          <Button
            look="primary"
            onPress={() => act.mutate({ facilityId, personId, mail })}
            pending={act.isPending ? '作っています' : undefined}
          >
            再設定リンクを作る
          </Button>
        </>
      }
    >
      <RefusalNote error={act.error} title="リンクを作れませんでした" />
      <Card title="作る前に">
        <ul className="list-disc pl-6 text-help">
          <li>頼んできた人が本人か、顔を合わせるなどして確かめてください。</li>
          <li>前に作った再設定リンクは使えなくなります。今のパスワードは、リンクが使われるまで変わりません。</li>
          <li>作ったことと使われたことは、操作の記録に残ります。</li>
        </ul>
        <MailToo checked={mail} onChange={setMail} />
      </Card>
    </Page>
  );
}
