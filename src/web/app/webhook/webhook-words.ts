import type { DeliveryFault, DeliveryState, PauseReason, ReceiverState } from '#core/app/webhook/webhook.ts';
import type { ShownDelivery } from './queries.ts';

export const receiverTags = {
  running: { tone: 'done', title: '動いている' },
  paused: { tone: 'plain', title: '止めている' },
  failing: { tone: 'danger', title: '届いていない' },
} as const satisfies Readonly<Record<ReceiverState, { readonly tone: string; readonly title: string }>>;

/** Why nothing is sent to a receiver, and what to do. */
export const pauseWords: Readonly<Record<PauseReason, string>> = {
  asked: '止めているあいだに起きたことは、送られません。',
  gone: '受け取る側が、もう受け取らないと答えたため（410）、止めました。受け取る側を確かめてから、再開してください。',
  undelivered: '3日のあいだ届かなかったため、止めました。受け取る側を直してから、再開してください。',
};

const deliveryTags = {
  waiting: { tone: 'now', title: '送っています' },
  delivered: { tone: 'done', title: '届いた' },
  failed: { tone: 'danger', title: '届かなかった' },
  withheld: { tone: 'plain', title: '止めていたので送っていない' },
} as const satisfies Readonly<Record<DeliveryState, { readonly tone: string; readonly title: string }>>;

const faultWords: Readonly<Record<DeliveryFault, string>> = {
  timeout: '10秒以内に応答がありませんでした',
  unreachable: 'つながりませんでした',
  certificate: '証明書を信頼できません',
  'host-not-allowed': '送ってよい宛先に入っていません。まもりを動かしている担当者に頼んでください',
  resting: '応答がないため、少し間を置いています',
  secret: '署名の鍵を読めません。鍵を作り直してください',
};

function statusWords(status: number): string {
  const isElsewhere = status >= 300 && status < 400;
  if (isElsewhere) return `相手の応答 ${status}（別の宛先へは送りません）`;
  return `相手の応答 ${status}（${status < 300 ? '受け取りました' : '受け取れていません'}）`;
}

/** How a delivery stands: one that was tried waits to be tried again. */
export function deliveryTag({ state, attempts }: Pick<ShownDelivery, 'state' | 'attempts'>) {
  if (state === 'waiting' && attempts > 0) return { tone: 'attention', title: '送り直します' } as const;
  return deliveryTags[state];
}

/** What came back of the newest try: 「相手の応答 204（受け取りました）・1回」. */
export function outcomeWords({ status, fault, attempts }: ShownDelivery): string {
  if (attempts === 0) return 'まだ送っていません';
  const words = fault ? faultWords[fault] : statusWords(status ?? 0);
  return `${words}・${attempts}回`;
}
