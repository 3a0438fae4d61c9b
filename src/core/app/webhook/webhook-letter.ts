import type { Letter } from '../../kernel/letter.ts';
import type { PauseReason } from './webhook.ts';

const reasons: Readonly<Record<Exclude<PauseReason, 'asked'>, string>> = {
  undelivered: '3日のあいだ送り直しましたが、届きませんでした。',
  gone: '受け取る側が、もう受け取らないと答えました（410）。',
};

/** Tells an administrator that a receiver gets nothing more until somebody looks; not which, since letters are read elsewhere too. */
export function webhookPausedLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly name: string;
  readonly webhookId: string;
  readonly why: Exclude<PauseReason, 'asked'>;
}): Letter {
  const { facility, facilityId, name, webhookId, why } = of;
  return {
    subject: `${facility}から、ほかのシステムへの知らせが止まりました`,
    name,
    place: facility,
    paragraphs: [
      `ほかのシステムへの知らせの受け取り先が一つ、止まっています。${reasons[why]}`,
      'まもりの中の記録は、何も失われていません。受け取る側を直してから再開し、届かなかったものは、もう一度送れます。',
    ],
    link: { words: '受け取り先を確かめる', path: `/facilities/${facilityId}/webhooks/${webhookId}` },
    unexpected: '心当たりがないときは、施設のほかの管理者か、受け取る側のシステムの担当者に確かめてください。',
    why: 'この施設の管理者として、必ずお送りするお知らせです。',
  };
}
