import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Letter, letterHtml, letterSchema, letterText, oneLine } from '#core/kernel/letter.ts';
import { type MailKind, mailKinds } from '#core/kernel/mail.ts';
import type { Tables } from '../database/tables.ts';
import { asSystem, type SystemTx } from '../database/transaction.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Carrier, Message } from './carrier.ts';
import { MailFailure } from './mail-failure.ts';
import { findReader, purgeMail, type Settled, settleMail, takeMail } from './mail-repository.ts';
import type { Outbox } from './outbox.ts';

export type MailDesk = {
  readonly db: Kysely<Tables>;
  readonly outbox: Outbox;
  readonly carrier: Carrier;
  /** Address people reach this installation under: the links of letters stand below it. */
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
};

const sealedSchema = z.object({ letter: letterSchema, address: z.string().optional() });
const purgeAfterMs = 31 * 24 * 60 * 60 * 1000;

/** The letter written out, the same at every try. */
export function messageOf(
  id: string,
  to: string,
  letter: Letter,
  { at, origin }: { at: Date; origin: string },
): Message {
  return {
    id,
    to,
    at,
    subject: oneLine(letter.subject),
    text: letterText(letter, origin),
    html: letterHtml(letter, origin),
  };
}

function opened(outbox: Outbox, sealed: Buffer | null) {
  try {
    return sealedSchema.parse(JSON.parse(outbox.open(sealed ?? Buffer.alloc(0))));
  } catch {
    return undefined;
  }
}

const isWork = (kind: string) => Object.hasOwn(mailKinds, kind) && mailKinds[kind as MailKind] === 'work';

/** What a letter that waits becomes: a message to send, or settled without. */
async function next(
  tx: SystemTx,
  { outbox, origin, now }: MailDesk,
  id: string,
): Promise<Message | Settled | undefined> {
  const taken = await takeMail(tx, id);
  if (!taken) return undefined;
  if (taken.give_up_at <= now()) return 'failed';
  const inside = opened(outbox, taken.sealed);
  const reader = taken.person_id === null ? undefined : await findReader(tx, taken.person_id);
  const to = inside?.address ?? reader?.email;
  if (!inside || to === undefined) return 'failed';
  if (isWork(taken.kind) && reader?.work === false) return 'withdrawn';
  return messageOf(id, to, inside.letter, { at: taken.posted_at, origin });
}

async function settle({ db, now }: MailDesk, id: string, state: Settled): Promise<void> {
  await asSystem(db, async (tx) => {
    await settleMail(tx, id, state, now());
    await purgeMail(tx, now());
    await enqueue(tx, 'mail.purge', {}, { onlyOne: 'mail.purge', runAt: new Date(Date.now() + purgeAfterMs) });
  });
}

/** Sends a letter that waits. Throws where it shall be tried again; at worst one arrives twice, under the same Message-ID. */
export async function sendMail(desk: MailDesk, id: string): Promise<void> {
  const message = await asSystem(desk.db, (tx) => next(tx, desk, id));
  if (message === undefined) return;
  if (typeof message === 'string') {
    if (message === 'failed') desk.log.warn({ mail: id }, 'a letter was given up');
    return settle(desk, id, message);
  }
  try {
    await desk.carrier(message);
  } catch (failure) {
    if (!(failure instanceof MailFailure && failure.permanent)) throw failure;
    desk.log.warn({ err: failure, mail: id }, 'a letter was refused');
    return settle(desk, id, 'failed');
  }
  await settle(desk, id, 'sent');
}

/** Removes what was kept as long as letters are, in portions. */
export async function purgeOldMail(db: Kysely<Tables>, now: Date): Promise<void> {
  while ((await asSystem(db, (tx) => purgeMail(tx, now))) > 0);
}

/** Gives a letter up where no mail is set up any more. */
export const giveUpMail = (db: Kysely<Tables>, id: string, now: Date) =>
  asSystem(db, (tx) => settleMail(tx, id, 'failed', now));
