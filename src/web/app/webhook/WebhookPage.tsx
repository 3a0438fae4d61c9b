import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { eventTitle } from '#core/app/webhook/webhook-event.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { Deliveries } from './Deliveries.tsx';
import { deliveriesQuery, type ShownReceiver } from './queries.ts';
import { SendingOff } from './SendingOff.tsx';
import { WebhookActions } from './WebhookActions.tsx';
import { pauseWords, receiverTags } from './webhook-words.ts';

/** One receiver, and what it was told. */
export function WebhookPage() {
  const { facilityId = '', webhookId = '' } = useParams({ strict: false });
  const { on, receiver, deliveries } = useSuspenseQuery(deliveriesQuery(facilityId, webhookId)).data;
  return (
    <Page
      title={receiver.title}
      sub={<Link href={`/facilities/${facilityId}/webhooks`}>ほかのシステムへの知らせの一覧に戻る</Link>}
    >
      {!on && <SendingOff />}
      <Card title="受け取り先">
        <ReceiverFacts receiver={receiver} />
        <WebhookActions {...{ facilityId, receiver, on }} />
      </Card>
      <Deliveries {...{ facilityId, receiver, deliveries, on }} />
    </Page>
  );
}

function ReceiverFacts({ receiver }: { readonly receiver: ShownReceiver }) {
  const { address, events, state, pausedWhy, formerSecretUntil } = receiver;
  const tag = receiverTags[state];
  return (
    <Facts>
      <Fact title="状態">
        <Tag tone={tag.tone}>{tag.title}</Tag>
        {pausedWhy && <p className="mt-1 text-help">{pauseWords[pausedWhy]}</p>}
      </Fact>
      <Fact title="宛先">
        <span className="break-all">{address}</span>
      </Fact>
      <Fact title="知らせること">{events.map(eventTitle).join('、')}</Fact>
      {formerSecretUntil && (
        <Fact title="前の鍵">{japaneseMoment(new Date(formerSecretUntil))}まで、前の鍵でも署名します。</Fact>
      )}
    </Facts>
  );
}
