import type { PauseReason } from '#core/app/webhook/webhook.ts';
import { webhookPausedLetter } from '#core/app/webhook/webhook-letter.ts';
import type { SystemTx } from '../../platform/database/transaction.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { tellByMail } from '../../platform/mail/post-mail.ts';
import { administratorsOf } from './delivery-repository.ts';

type Paused = {
  readonly facilityId: string;
  readonly webhookId: string;
  readonly why: Exclude<PauseReason, 'asked'>;
  readonly now: Date;
};

/** Tells the administrators of a facility that one of its receivers gets nothing more. */
export async function tellPaused(tx: SystemTx, outbox: Outbox | undefined, paused: Paused): Promise<void> {
  const { facilityId, webhookId, why, now } = paused;
  if (!outbox) return;
  const { name: facility } = await tx
    .selectFrom('facility')
    .select('name')
    .where('id', '=', facilityId)
    .executeTakeFirstOrThrow();
  for (const { id: personId, name } of await administratorsOf(tx, facilityId)) {
    const letter = webhookPausedLetter({ facility, facilityId, name, webhookId, why });
    const [to, from] = [{ personId }, { facilityId }];
    await tellByMail(tx, outbox, { kind: 'webhook-paused', letter, to, from, about: webhookId, now });
  }
}
