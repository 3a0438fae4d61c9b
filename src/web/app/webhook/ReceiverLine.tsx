import { eventTitle } from '#core/app/webhook/webhook-event.ts';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownReceiver } from './queries.ts';
import { pauseWords, receiverTags } from './webhook-words.ts';

type ReceiverLineProps = { readonly facilityId: string; readonly receiver: ShownReceiver };

/** One receiver: how it stands, where it is, what it is told. */
export function ReceiverLine({ facilityId, receiver }: ReceiverLineProps) {
  const { id, title, address, events, state, pausedWhy } = receiver;
  const tag = receiverTags[state];
  return (
    <li className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-700 wrap-anywhere">
          <Link href={`/facilities/${facilityId}/webhooks/${id}`}>{title}</Link>
        </span>
        <Tag tone={tag.tone}>{tag.title}</Tag>
      </p>
      {pausedWhy && <p className="mt-1 text-help">{pauseWords[pausedWhy]}</p>}
      <p className="mt-1 text-help break-all text-solid-gray-700">{address}</p>
      <p className="mt-1 text-help text-solid-gray-700">知らせること：{events.map(eventTitle).join('、')}</p>
    </li>
  );
}
