import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { receiversAtMost } from '#core/app/webhook/webhook.ts';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { webhooksQuery } from './queries.ts';
import { ReceiverLine } from './ReceiverLine.tsx';
import { SecretDialog, type ShownSecret } from './SecretDialog.tsx';
import { SendingOff } from './SendingOff.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookHelp } from './WebhookHelp.tsx';

const title = 'ほかのシステムへの知らせ';

/** The programs elsewhere that this facility tells what happens. */
export function WebhooksPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  return may(roles, 'webhook.manage') ? <Receivers facilityId={facilityId} /> : <NotYours facilityId={facilityId} />;
}

function Receivers({ facilityId }: { readonly facilityId: string }) {
  const { on, receivers } = useSuspenseQuery(webhooksQuery(facilityId)).data;
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<ShownSecret>();
  const made = (secret: ShownSecret) => {
    setMaking(false);
    setShown(secret);
  };
  const add = on && (
    <Button look="primary" onPress={() => setMaking(true)}>
      受け取り先を加える
    </Button>
  );
  return (
    <Page
      title={title}
      sub="施設で起きたことを、院内や地域のほかのシステムに、その場で知らせます（Webhook）。送るのは、何が起きたかと番号だけです。"
      action={receivers.length > 0 && add}
    >
      {!on && <SendingOff />}
      {receivers.length > 0 ? (
        <Card title="受け取り先" aside={`${receivers.length}件（${receiversAtMost}件まで）`}>
          <ul>
            {receivers.map((receiver) => (
              <ReceiverLine key={receiver.id} facilityId={facilityId} receiver={receiver} />
            ))}
          </ul>
        </Card>
      ) : (
        <EmptyState icon="upload" title="受け取り先はまだありません" action={add}>
          ほかのシステムに、点検の提出や決定などを知らせたいときに加えます。画面から使うだけなら要りません。
        </EmptyState>
      )}
      <WebhookHelp />
      {making && <WebhookDialog facilityId={facilityId} onClose={() => setMaking(false)} onMade={made} />}
      {shown && <SecretDialog shown={shown} onClose={() => setShown(undefined)} />}
    </Page>
  );
}

function NotYours({ facilityId }: { readonly facilityId: string }) {
  return (
    <Page title={title}>
      <Callout
        tone="attention"
        title="受け取り先を決められる役割ではありません"
        action={<ButtonLink href={`/facilities/${facilityId}`}>ホームを開く</ButtonLink>}
      >
        ほかのシステムへの知らせを決められるのは、施設の管理者です。
      </Callout>
    </Page>
  );
}
