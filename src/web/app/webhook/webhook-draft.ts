import { type WebhookEvent, webhookEventNames } from '#core/app/webhook/webhook-event.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import type { ShownReceiver } from './queries.ts';

export type WebhookDraft = {
  readonly title: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
};

export const webhookFields = ['title', 'address', 'events'];

/** What a form begins with: nothing, or a receiver as it stands. */
export const draftOf = (receiver: ShownReceiver | undefined): WebhookDraft => ({
  title: receiver?.title ?? '',
  address: receiver?.address ?? '',
  events: webhookEventNames.filter((name) => receiver?.events.includes(name)),
});

/** What is missing before a receiver can be saved, by field. */
export function missingIn({ title, address, events }: WebhookDraft): FieldFaults {
  return {
    ...(title.trim() === '' && { title: 'どのシステムかが分かる名前を入力してください。' }),
    ...(!/^https?:\/\/./.test(address.trim()) && { address: '宛先を「https://」から入力してください。' }),
    ...(events.length === 0 && { events: '知らせることを一つ以上選んでください。' }),
  };
}
