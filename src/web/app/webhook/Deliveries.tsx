import { useMutation } from '@tanstack/react-query';
import { eventTitle } from '#core/app/webhook/webhook-event.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { notify } from '#web/ui/notify.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { type ShownDelivery, type ShownReceiver, webhooks } from './queries.ts';
import { useAnew } from './use-anew.ts';
import { deliveryTag, outcomeWords } from './webhook-words.ts';

type DeliveriesProps = {
  readonly facilityId: string;
  readonly receiver: ShownReceiver;
  readonly deliveries: readonly ShownDelivery[];
  readonly on: boolean;
};

/** What the receiver was told, newest first. */
export function Deliveries({ facilityId, receiver, deliveries, on }: DeliveriesProps) {
  const anew = useAnew();
  const again = useMutation(
    webhooks.sendAgain.mutationOptions({
      onSuccess: async () => {
        notify('もう一度送ります。届いたかどうかは、この一覧に出ます。');
        await anew();
      },
      onError: anew,
    }),
  );
  const mayRepeat = on && receiver.pausedWhy === null;
  const repeat = (deliveryId: string) => again.mutate({ facilityId, webhookId: receiver.id, deliveryId });
  return (
    <Card title="送った知らせ" aside="新しい50件・30日で消えます">
      <RefusalNote error={again.error} title="もう一度送れませんでした" />
      {deliveries.length === 0 ? (
        <p className="text-help">まだ何も送っていません。「試しに送る」で、受け取れるかを確かめられます。</p>
      ) : (
        <ul>
          {deliveries.map((delivery) => (
            <DeliveryLine
              key={delivery.id}
              delivery={delivery}
              onRepeat={mayRepeat && delivery.state !== 'waiting' ? repeat : undefined}
            />
          ))}
        </ul>
      )}
      <div className="mt-3">
        <Button size="small" onPress={() => void anew()}>
          一覧を読み直す
        </Button>
      </div>
    </Card>
  );
}

type DeliveryLineProps = {
  readonly delivery: ShownDelivery;
  readonly onRepeat: ((deliveryId: string) => void) | undefined;
};

function DeliveryLine({ delivery, onRepeat }: DeliveryLineProps) {
  const { id, event, occurredAt } = delivery;
  const tag = deliveryTag(delivery);
  const [title, moment] = [eventTitle(event), japaneseMoment(new Date(occurredAt))];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-700">{title}</span>
          <Tag tone={tag.tone}>{tag.title}</Tag>
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-help text-solid-gray-700">
          <time dateTime={occurredAt}>{moment}</time>
          <span>{outcomeWords(delivery)}</span>
        </p>
      </div>
      {onRepeat && (
        <Button size="small" label={`もう一度送る：${title}（${moment}）`} onPress={() => onRepeat(id)}>
          もう一度送る
        </Button>
      )}
    </li>
  );
}
